using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Claims;

/// <summary>Writes the topics readers browse by.</summary>
public sealed class TopicService(ClaimDbContext db)
{
    private static readonly TopicEditValidator EditRules = new();

    public async Task<Outcome> CreateAsync(NewTopic topic, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (!Permissions.CanAddTopic(actor))
        {
            return await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, "topic.create", RefusalReason.CheckersOnly, ct);
        }

        return await Retry.RunAsync(db, async () =>
        {
            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (NewTopicValidator.Instance.Faults(topic) is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var maker = new RecordMaker(db);
            var id = await maker.MakeTopicAsync(topic, "", ct);
            if (maker.Refusal is { } refusal)
            {
                return refusal;
            }

            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: id));
            await db.SaveAsync(new ChangeContext(actor, "topic.create"), ct);
            return done;
        }, ct);
    }

    public Task<Outcome> ReviseAsync(Guid id, int postedVersion, TopicEdit edit, Actor actor, CancellationToken ct) =>
        Retry.RunAsync(db, () => ReviseOnceAsync(id, postedVersion, edit, actor, ct), ct);

    private async Task<Outcome> ReviseOnceAsync(Guid id, int postedVersion, TopicEdit edit, Actor actor, CancellationToken ct)
    {
        var topic = await db.Topics.SingleOrDefaultAsync(t => t.Id == id, ct);
        if (topic is null)
        {
            return new Outcome.NotFound();
        }

        if (!Permissions.CanManageTopics(actor))
        {
            return await Refusals.NotPermittedAsync(db, topic.AuditStream, actor, "topic.edit", RefusalReason.EditorsAndAdminsOnly, ct);
        }

        if (EditRules.Faults(edit) is { } faults)
        {
            return new Outcome.Invalid(faults);
        }

        var maker = new RecordMaker(db);
        var merge = await StaleMerge.StartAsync(db, topic, postedVersion, ct);
        topic.Name = edit.Name?.Apply(topic.Name) ?? topic.Name;
        topic.IsPublicInterest = edit.IsPublicInterest.Or(topic.IsPublicInterest);
        topic.Slug = edit.Slug.Or(topic.Slug) ?? topic.Slug;
        if (topic.Name.IsEmpty)
        {
            maker.AddFault(nameof(TopicEdit.Name), FaultCode.Required);
        }

        if (await db.Topics.AnyAsync(t => t.Id != id && t.Slug == topic.Slug, ct))
        {
            maker.AddFault(nameof(TopicEdit.Slug), FaultCode.Duplicate);
        }

        return await MergedSave.RunAsync(db, topic, merge, maker, new ChangeContext(actor, "topic.edit"), new Outcome.Done(Id: id), ct);
    }

    private sealed class TopicEditValidator : AbstractValidator<TopicEdit>
    {
        public TopicEditValidator()
        {
            RuleFor(t => t.Name).PlainText(Topic.NameMaxLength);
            RuleFor(t => t.Slug).Must(s => !s.TryGet(out var slug) || (slug is not null && Slugs.IsValid(slug))).As(FaultCode.OutOfRange);
        }
    }
}
