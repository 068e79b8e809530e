package tranche.engines.mailbox;

import java.util.List;
import java.util.stream.Collectors;

/** The markup of the mailbox's pages. Whatever a mail says is text here; its own markup shows in a frame of its own. */
final class MailMarkup {

    private static final String AROUND = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { border-bottom: 1px solid #8888; padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top; }
            pre { overflow-wrap: anywhere; white-space: pre-wrap; }
            iframe { background: #fff; border: 1px solid #8888; height: 40rem; width: 100%%; }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private MailMarkup() {}

    static String list(List<ReadMail> mails) {
        String rows = mails.stream()
                .map(mail -> "<tr><td><a href=\"/%s\">%s</a></td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                mail.id(),
                                escaped(mail.header("Subject")),
                                escaped(mail.header("To")),
                                escaped(mail.header("Date"))))
                .collect(Collectors.joining("\n"));
        String content = mails.isEmpty()
                ? "<p>No mail yet. What Tranche sends on this machine is kept here and goes nowhere else.</p>"
                : "<table><thead><tr><th>Subject</th><th>To</th><th>Sent</th></tr></thead><tbody>\n" + rows
                        + "\n</tbody></table>";
        return AROUND.formatted("Mailbox", "<h1>Mailbox</h1>\n" + content);
    }

    static String one(ReadMail mail) {
        String headers = mail.headers().entrySet().stream()
                .map(header -> "<tr><th>%s</th><td>%s</td></tr>"
                        .formatted(escaped(header.getKey()), escaped(header.getValue())))
                .collect(Collectors.joining("\n"));
        String subject = escaped(mail.header("Subject"));
        return AROUND.formatted(subject, """
                <p><a href="/">Mailbox</a></p>
                <h1>%s</h1>
                <iframe title="The mail as HTML" sandbox srcdoc="%s"></iframe>
                <h2>Text</h2>
                <pre>%s</pre>
                <h2>Headers</h2>
                <table><tbody>
                %s
                </tbody></table>
                """.formatted(subject, escaped(mail.html()), escaped(mail.text()), headers));
    }

    static String nothing() {
        return AROUND.formatted("Nothing here", "<h1>Nothing here</h1>\n<p><a href=\"/\">Mailbox</a></p>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
