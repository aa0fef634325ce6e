using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>“This is it”, said while a claim is being logged: what was typed becomes an appearance of the claim that is there already.</summary>
public sealed partial class RowsModel
{
    /// <summary>Typed while a claim was being logged that turned out to be this one.</summary>
    public bool IsTyped { get; private set; }

    /// <summary>The claim that was being logged is this one: its appearance is added, or where source or quote is missing, stands in the form.</summary>
    public async Task<IActionResult> OnPostTypedAsync([FromForm(Name = "Input.Statement")] TextInput statement, CancellationToken ct)
    {
        if (await FindAsync(ct) is { } answer)
        {
            return answer;
        }

        if (List is not RowList.Appearances || Id is not null)
        {
            return NotFound();
        }

        IsTyped = true;
        Input = TypedAppearances.Take(Input, statement, ModelState);
        Input.Version = Claim.Version;
        if (TypedAppearances.IsComplete(Input))
        {
            return await OnPostAsync(ct);
        }

        foreach (var field in ModelState.Values)
        {
            field.Errors.Clear();
        }

        return await OpenAsync(ct);
    }
}
