using Plateau.Server.Web;

namespace Plateau.Contracts.Web;

/// <summary>Every page at 200 %, and with the keyboard alone: nothing runs out of the window sideways, everything that acts is reached by Tab and shows that it is.</summary>
public sealed class ReachContract(PagesRoom room)
{
    /// <summary>A window of 1280 by 960 at 200 %.</summary>
    private const int Width = 640, Height = 480;

    /// <summary>A telephone held upright.</summary>
    private const int Narrow = 390, Tall = 844;

    /// <summary>More steps than two rounds over any page take.</summary>
    private const int MostSteps = 800;

    /// <summary>What can be used, and is there to be seen; of radio buttons the one that Tab goes to, of a group with a roving place the one whose turn it is.</summary>
    private const string Acting = """
        () => { const seen = new Set(); let count = 0;
          for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
            if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true }) || one.closest('[inert]') || one.type === 'hidden') continue;
            if (one.type === 'radio') { const group = one.name; if (seen.has(group)) continue; seen.add(group); one.dataset.walkGroup = group; }
            one.dataset.walk = ++count; }
          return count; }
        """;

    /// <summary>Where the focus is now: its number in the walk, and whether it shows. A field may show it on the frame around it.</summary>
    private const string Focused = """
        () => { const at = document.activeElement; if (!at || at === document.body) return { walk: '', shows: true, what: '' };
          const shown = one => { const style = getComputedStyle(one); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; };
          const group = at.type === 'radio' && document.querySelector(`[data-walk-group="${CSS.escape(at.name)}"]`);
          return { walk: (group || at).dataset.walk ?? '', shows: shown(at) || shown(at.parentElement), what: at.outerHTML.slice(0, 140) }; }
        """;

    private const string Missed = "walked => [...document.querySelectorAll('[data-walk]')].filter(one => !walked.includes(one.dataset.walk)).map(one => one.outerHTML.slice(0, 140))";

    private static readonly string[] Addresses = [.. HousePages.All.Select(page => page.Path), .. StepPages.All];

    private sealed class Place
    {
        public string Walk { get; set; } = "";
        public bool Shows { get; set; }
        public string What { get; set; } = "";
    }

    [Fact]
    public async Task Every_page_fits_at_200_percent_and_on_a_telephone()
    {
        await room.ReadyAsync();
        var found = new List<string>();
        await using var visit = await room.VisitAsync(room.Everyone, width: Width, height: Height);
        foreach (var language in (string[])["fr", "ar"])
        {
            await visit.LookAsync(language, "light");
            foreach (var path in Addresses)
            {
                await visit.Page.SetViewportSizeAsync(Width, Height);
                await visit.OpenAsync(AddressOf(path));
                found.AddRange((await visit.Page.EvaluateAsync<string[]>(Wide)).Select(flaw => $"{path} in {language}: {flaw}"));
                await visit.Page.SetViewportSizeAsync(Narrow, Tall);
                found.AddRange((await visit.Page.EvaluateAsync<string[]>(Wide)).Select(flaw => $"{path} in {language} on a telephone: {flaw}"));
            }
        }
        string.Join('\n', found).Should().BeEmpty($"every page fits into {Width} pixels, and into {Narrow}");
    }

    [Fact]
    public async Task Everything_that_acts_is_reached_by_the_keyboard_and_shows_it()
    {
        await room.ReadyAsync();
        var found = new List<string>();
        await using var visit = await room.VisitAsync(room.Everyone);
        foreach (var path in Addresses)
        {
            await visit.OpenAsync(AddressOf(path));
            await AtItsHeadingAsync(visit);
            found.AddRange((await FlawsAsync(visit)).Select(flaw => $"{path}: {flaw}"));
        }
        string.Join('\n', found).Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_that_hides_its_focus_or_forgets_an_act_is_found_out()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(room.Everyone, width: Width, height: Height);
        await visit.OpenAsync("/lists");
        await AtItsHeadingAsync(visit);
        await visit.Page.EvaluateAsync("() => { const add = (tag, act) => { const one = document.querySelector('main').appendChild(document.createElement(tag)); act(one); return one; }; add('button', one => { one.textContent = 'x'; one.style.cssText = 'outline:none!important;box-shadow:none!important'; }); add('button', one => { one.textContent = 'y'; one.addEventListener('focus', () => one.blur()); }); add('p', one => { one.textContent = 'wide'; one.style.width = '2000px'; }); }");
        (await FlawsAsync(visit)).Should().HaveCount(2);
        (await visit.Page.EvaluateAsync<string[]>(Wide)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_heading_that_takes_the_place_of_another_takes_its_focus_too()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(room.Everyone);
        await visit.OpenAsync("/lists");
        await AtItsHeadingAsync(visit);
        await visit.Page.EvaluateAsync("() => { const was = document.querySelector('h1'), is = document.createElement('h1'); is.textContent = 'PME Grand Est'; was.replaceWith(is); }");
        await visit.Page.WaitForFunctionAsync("() => document.activeElement?.textContent === 'PME Grand Est'");
    }

    /// <summary>What makes the page wider than the window; a table may scroll inside its own frame.</summary>
    private const string Wide = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [`${document.documentElement.scrollWidth} pixels`, ...[...document.querySelectorAll('body *')].filter(one => { const box = one.getBoundingClientRect(); return (box.right > innerWidth + 1 || box.left < -1) && box.width > 0; }).slice(0, 6).map(one => one.outerHTML.slice(0, 120))]
        """;

    /// <summary>The house puts the focus on the heading once, when the page is live; a walk that began before would be carried off by it.</summary>
    private static async Task AtItsHeadingAsync(Visit visit)
    {
        try
        {
            await visit.Page.WaitForFunctionAsync("() => !document.querySelector('h1') || document.activeElement?.matches('h1')");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"the focus of {visit.Page.Url} never came to its heading but to {await visit.Page.EvaluateAsync<string>("() => document.activeElement?.outerHTML.slice(0, 140)")}");
        }
    }

    /// <summary>Walks until all is reached or the second round is over: what came to the page meanwhile has no number, so rounds are counted, not steps.</summary>
    private static async Task<List<string>> FlawsAsync(Visit visit)
    {
        var count = await visit.Page.EvaluateAsync<int>(Acting);
        count.Should().BeInRange(1, MostSteps);
        var (walked, flaws, first, rounds) = (new HashSet<string>(), new List<string>(), "", 0);
        for (var step = 0; step < MostSteps && walked.Count < count; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var at = await visit.Page.EvaluateAsync<Place>(Focused);
            if (at.Walk.Length > 0) walked.Add(at.Walk);
            if (first.Length == 0) first = at.Walk;
            if (at.Walk.Length > 0 && at.Walk == first && ++rounds > 2) break;
            // A heading that the house puts the focus on after a change of page is told to those who listen; it is no place of the walk.
            if (at.Walk.Length > 0 && !at.Shows) flaws.Add($"shows no focus: {at.What}");
        }
        flaws.AddRange((await visit.Page.EvaluateAsync<string[]>(Missed, walked)).Select(missed => $"not reached: {missed}"));
        return [.. flaws.Distinct()];
    }

    private string AddressOf(string path) => HousePages.All.FirstOrDefault(each => each.Path == path) is { } page ? room.AddressOf(page) : path;
}
