using System.Globalization;
using System.Net;
using System.Text;

namespace FilterGallery;

/// <summary>Writes the page that shows everything.</summary>
internal static class Page
{
    /// <summary>The page.</summary>
    /// <param name="exhibits">What is shown; its pictures lie beside the page.</param>
    public static string Write(IReadOnlyList<(Exhibit Exhibit, KernelProbe Probe)> exhibits)
    {
        StringBuilder html = new();
        html.Append(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Filter gallery</title>
            <style>
            body { font: 16px/1.4 sans-serif; margin: 2em; background: #fafafa; color: #222 }
            section { display: grid; grid-template-columns: 300px 360px 360px; gap: 1em; align-items: start; margin: 0 0 2em }
            h2, pre, p { grid-column: 1 / -1; margin: 0 }
            pre { overflow-x: auto; background: #eee; padding: .6em }
            section img:first-of-type { width: 300px }
            </style>
            </head>
            <body>
            <h1>Filter gallery</h1>
            <p>The photograph behind each filter; its kernel, read from what the filter makes of a single bright sample; by what it multiplies waves.</p>

            """
        );
        foreach ((Exhibit exhibit, KernelProbe probe) in exhibits)
        {
            string name = WebUtility.HtmlEncode(exhibit.Name);
            html.Append(
                CultureInfo.InvariantCulture,
                $"""
                <section>
                <h2>{name}</h2>
                <pre>{WebUtility.HtmlEncode(exhibit.Declaration)}</pre>
                <img src="{exhibit.FileName}.png" alt="{name}: photograph">
                <img src="{exhibit.FileName}-kernel.png" alt="{name}: kernel">
                <img src="{exhibit.FileName}-response.png" alt="{name}: frequency response">
                <p>Sum of the weights: {probe.Sum:0.###}</p>
                </section>

                """
            );
        }

        return html.Append("</body>\n</html>\n").ToString();
    }
}
