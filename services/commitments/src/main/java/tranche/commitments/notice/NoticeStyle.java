package tranche.commitments.notice;

/** How a notice looks: A4, one face in two weights, the colours of the portal in print. */
final class NoticeStyle {

    static final String CSS = """
            @page { size: A4; margin: 16mm 18mm 18mm 18mm;
              @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Inter; color: #5b6a66; } }
            body { font: 400 9pt/13pt Inter; color: #16211e; margin: 0; }
            strong, h1, h2, h3 { font-weight: 600; }
            p { margin: 0; }
            .sample { border: 1.5pt solid #8a4b00; color: #8a4b00; padding: 4pt 8pt; margin-bottom: 8pt; font-weight: 600; }
            .head { width: 100%; margin-bottom: 16pt; overflow: hidden; }
            .from { float: left; font-size: 11pt; width: 55%; }
            .to { float: left; width: 50%; }
            .of { float: right; text-align: right; color: #42514d; width: 44%; }
            .mark { float: left; width: 15pt; margin: 1pt 6pt 0 0; }
            .bar { display: block; height: 3pt; margin-bottom: 1.5pt; }
            .b1 { background: #6fb1a8; width: 14pt; } .b2 { background: #3d8f85; width: 10pt; }
            .b3 { background: #0b5a53; width: 7pt; }
            h1 { font-size: 14pt; line-height: 18pt; margin: 6pt 0 5pt 0; }
            h2 { font-size: 10pt; line-height: 14pt; margin: 14pt 0 5pt 0; }
            h3 { font-size: 9pt; margin: 8pt 0 2pt 0; }
            .purpose { color: #42514d; }
            table { border-collapse: collapse; width: 100%; }
            .boxed { border-collapse: separate; border-spacing: 0; border: 1pt solid #16211e; margin: 10pt 0; }
            .boxed td { padding: 7pt 10pt; width: 50%; vertical-align: top; }
            .boxed .sum { border-right: 1pt solid #16211e; }
            .label { font-size: 8pt; color: #5b6a66; }
            .figure { font-size: 14pt; line-height: 20pt; font-weight: 600; white-space: nowrap; }
            .day { font-size: 10.5pt; line-height: 20pt; font-weight: 600; }
            .rows th, .rows td { border-bottom: 0.5pt solid #c9d3d0; padding: 4pt 0; }
            .rows td { text-align: right; font-weight: 600; white-space: nowrap; }
            th { text-align: left; font-weight: 400; color: #42514d; }
            .account { border-collapse: separate; border-spacing: 0; border: 0.75pt solid #7c8b87; padding: 4pt 0; }
            .account th { width: 32%; padding: 2.5pt 10pt; } .account td { padding: 2.5pt 10pt; font-weight: 600; }
            .note { font-size: 8pt; line-height: 11pt; color: #42514d; margin-top: 4pt; }
            .check { border-top: 0.5pt solid #c9d3d0; margin-top: 10pt; padding-top: 2pt; font-size: 8pt; line-height: 11pt; }
            .check h2 { margin-top: 6pt; }
            .hashes { margin-top: 4pt; } .hashes th { width: 28%; padding: 1pt 0; vertical-align: top; }
            .hashes td { font-size: 7pt; word-wrap: break-word; }
            .next { page-break-before: always; font-size: 12pt; line-height: 16pt; margin-top: 0; }
            .block th, .block td { border-bottom: 0.5pt solid #c9d3d0; padding: 4pt 0 4pt 8pt; }
            .block td { text-align: right; white-space: nowrap; }
            .block th:first-child { padding-left: 0; } .block thead th { text-align: right; font-weight: 600; }
            .block thead th:first-child { text-align: left; }
            ul { margin: 2pt 0 0 0; padding: 0; list-style: none; } li { font-size: 7.5pt; line-height: 11pt; }
            """;

    private NoticeStyle() {}
}
