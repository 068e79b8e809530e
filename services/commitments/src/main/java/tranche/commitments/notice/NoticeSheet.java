package tranche.commitments.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A notice as two pages of XHTML, made of its signed content alone: first what is to be paid, when and where; then what it
 * does to the commitment, and what the call rests on.
 */
final class NoticeSheet {

    private static final int GROUP = 4;

    private final JsonNode content;
    private final NoticeWords words;
    private final Seal seal;
    private final StringBuilder page = new StringBuilder();

    /**
     * What belongs to a notice and cannot stand in what is signed.
     *
     * @param address where anybody can check it
     */
    record Seal(String sha256, String keyId, String address) {}

    NoticeSheet(JsonNode content, NoticeWords words, Seal seal) {
        this.content = content;
        this.words = words;
        this.seal = seal;
    }

    String xhtml() {
        page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(words.language())
                .append("\"><head><title>")
                .append(escaped(title()))
                .append("</title><meta name=\"subject\" content=\"")
                .append(escaped(description()))
                .append("\"/><meta name=\"description\" content=\"")
                .append(escaped(description()))
                .append("\"/><meta name=\"author\" content=\"")
                .append(escaped(text("/fund/name")))
                .append("\"/><bookmarks>");
        bookmark("title", "notice");
        bookmark("account", "account");
        bookmark("check", "check");
        bookmark("page2", "commitment");
        page.append("</bookmarks><style>").append(NoticeStyle.CSS).append("</style></head><body>");
        first();
        second();
        return page.append("</body></html>").toString();
    }

    /** What the file is called in a reader's list of documents. */
    String title() {
        return words.say("title") + " " + grouped(text("/line/reference"));
    }

    private String description() {
        return words.say(
                "description",
                Map.of(
                        "fund", text("/fund/name"),
                        "amount", amount("/total/investor"),
                        "investor", text("/investor/name"),
                        "due", words.day(date("/dueDate"))));
    }

    private void first() {
        if (content.at("/programme/sample").asBoolean()) {
            page.append("<p class=\"sample\">")
                    .append(escaped(words.say("sample")))
                    .append("</p>");
        }
        page.append("<div class=\"head\"><div class=\"from\">")
                .append("<span class=\"mark\"><span class=\"bar b1\"></span><span class=\"bar b2\"></span>"
                        + "<span class=\"bar b3\"></span></span>")
                .append(strong(text("/programme/name")))
                .append("</div><div class=\"of\">")
                .append(escaped(text("/fund/name")))
                .append("</div></div>");
        addressee();
        page.append("<h1 id=\"notice\">").append(escaped(words.say("title"))).append("</h1>");
        page.append("<p class=\"purpose\">")
                .append(lines(text("/purpose/text")))
                .append("</p>");
        page.append("<table class=\"boxed\"><tr><td class=\"sum\"><p class=\"label\">")
                .append(escaped(words.say("amount")))
                .append("</p><p class=\"figure\">")
                .append(escaped(amount("/total/investor")))
                .append("</p></td><td><p class=\"label\">")
                .append(escaped(words.say("due")))
                .append("</p><p class=\"day\">")
                .append(escaped(words.dayOfWeek(date("/dueDate"))))
                .append("</p></td></tr></table>");
        figures();
        account();
        check();
    }

    private void addressee() {
        String lei = content.at("/investor/lei").isNull()
                ? ""
                : "<p>" + escaped(words.say("lei") + " " + text("/investor/lei")) + "</p>";
        page.append("<div class=\"head\"><div class=\"to\"><p>")
                .append(strong(text("/investor/name")))
                .append("</p>")
                .append(lei)
                .append("</div><div class=\"of\"><p>")
                .append(escaped(words.say("number")))
                .append(' ')
                .append(strong(grouped(text("/call/reference"))))
                .append("</p><p>")
                .append(escaped(words.say("issued") + " "
                        + words.moment(Instant.parse(text("/issuedAt")), ZoneId.of(text("/fund/zone")))))
                .append("</p><p>")
                .append(escaped(
                        words.say("version") + " " + content.at("/version").asInt()))
                .append("</p></div></div>");
    }

    private void figures() {
        page.append("<table class=\"rows\">");
        row("total", amount("/total/fund"));
        row("share", words.share(value("/total/investor"), value("/total/fund")));
        content.at("/components")
                .forEach(part -> row("component." + part.get("type").asText(), amount(part.get("amount"))));
        row("commitment", amount("/commitment/amount"));
        row("called", amount("/commitment/after/called"));
        row("uncalled", amount("/commitment/after/uncalled"));
        page.append("</table>");
    }

    private void row(String key, String figure) {
        page.append("<tr><th scope=\"row\">")
                .append(escaped(words.say(key)))
                .append("</th><td>")
                .append(escaped(figure))
                .append("</td></tr>");
    }

    private void account() {
        page.append("<h2 id=\"account\">").append(escaped(words.say("account"))).append("</h2>");
        String reference = grouped(text("/line/reference"));
        if (content.at("/payment").isNull()) {
            page.append("<p>")
                    .append(escaped(words.say("account.follows", Map.of("reference", reference))))
                    .append("</p>");
        } else {
            page.append("<table class=\"account\">");
            row("holder", text("/payment/holder"));
            row("bank", text("/payment/bic"));
            row("iban", grouped(text("/payment/iban")));
            row("reference", reference);
            row("fingerprint", text("/payment/fingerprint"));
            page.append("</table><p class=\"note\">")
                    .append(escaped(words.say(
                            "fingerprint.same",
                            Map.of(
                                    "notices",
                                    content.at("/payment/noticesBefore").asInt()))))
                    .append("</p>");
            accountBefore();
        }
        page.append("<p class=\"note\">")
                .append(escaped(words.say("account.never")))
                .append("</p>");
    }

    /** That the account is another one than before, and since when: whoever pays has both to compare. */
    private void accountBefore() {
        if (content.at("/payment/before").isTextual()) {
            page.append("<p class=\"note\">")
                    .append(escaped(words.say(
                            "fingerprint.before",
                            Map.of(
                                    "since",
                                    words.moment(Instant.parse(text("/payment/since")), ZoneId.of(text("/fund/zone"))),
                                    "before",
                                    text("/payment/before")))))
                    .append("</p>");
        }
    }

    private void check() {
        page.append("<div class=\"check\"><h2 id=\"check\">")
                .append(escaped(words.say("check")))
                .append("</h2><p>")
                .append(escaped(words.say("check.how", Map.of("address", seal.address()))))
                .append("</p><table class=\"hashes\">");
        row("check.content", seal.sha256());
        row("check.key", seal.keyId());
        row(
                "check.journal",
                words.say(
                                "check.entry",
                                Map.of(
                                        "sequence",
                                        content.at("/journal/sequence").asText())) + " · " + text("/journal/hash"));
        page.append("</table></div>");
    }

    private void second() {
        page.append("<h2 id=\"commitment\" class=\"next\">")
                .append(escaped(words.say("page2")))
                .append("</h2><table class=\"block\"><thead><tr><td></td>");
        heading("column.before");
        heading("column.change");
        heading("column.after");
        page.append("</tr></thead><tbody>");
        standing("amount", amount("/commitment/amount"), "", amount("/commitment/amount"));
        standing("called", before("called"), amount("/commitment/change"), after("called"));
        standing("restored", before("restored"), "", after("restored"));
        standing("uncalled", before("uncalled"), "", after("uncalled"));
        standing(
                "percent",
                words.share(value("/commitment/before/called"), value("/commitment/amount")),
                words.share(value("/commitment/change"), value("/commitment/amount")),
                words.share(value("/commitment/after/called"), value("/commitment/amount")));
        standing("paid", before("paid"), "", after("paid"));
        standing("distributed", before("distributed"), "", after("distributed"));
        page.append("</tbody></table>");
        components();
        causes();
        page.append("<p class=\"note\">").append(escaped(words.say("attached"))).append("</p>");
    }

    private String before(String what) {
        return amount("/commitment/before/" + what);
    }

    private String after(String what) {
        return amount("/commitment/after/" + what);
    }

    private void heading(String key) {
        page.append("<th scope=\"col\">").append(escaped(words.say(key))).append("</th>");
    }

    private void standing(String key, String before, String change, String after) {
        page.append("<tr><th scope=\"row\">")
                .append(escaped(words.say("row." + key)))
                .append("</th>");
        for (String cell : new String[] {before, change, after}) {
            page.append("<td>").append(escaped(cell)).append("</td>");
        }
        page.append("</tr>");
    }

    private void components() {
        page.append("<h2>").append(escaped(words.say("components"))).append("</h2><table class=\"block\"><thead><tr>");
        heading("column.component");
        heading("column.fund");
        heading("column.yours");
        page.append("</tr></thead><tbody>");
        content.at("/components")
                .forEach(part -> page.append("<tr><th scope=\"row\">")
                        .append(escaped(words.say("type." + part.get("type").asText())))
                        .append("</th><td>")
                        .append(escaped(amount(part.get("fundTotal"))))
                        .append("</td><td>")
                        .append(escaped(amount(part.get("amount"))))
                        .append("</td></tr>"));
        page.append("</tbody></table><p class=\"note\">")
                .append(escaped(words.say("inside")))
                .append("</p>");
    }

    private void causes() {
        JsonNode milestones = content.at("/purpose/milestones");
        if (milestones.isEmpty()) {
            return;
        }
        page.append("<h2>").append(escaped(words.say("causes"))).append("</h2>");
        milestones.forEach(this::cause);
    }

    private void cause(JsonNode milestone) {
        page.append("<h3>")
                .append(escaped(words.say(
                        "cause",
                        Map.of(
                                "milestone",
                                milestone.get("name").asText(),
                                "project",
                                milestone.get("projectName").isNull()
                                        ? "none"
                                        : milestone.get("projectName").asText()))))
                .append("</h3>");
        if (!milestone.get("verifiedDate").isNull()) {
            page.append("<p>")
                    .append(escaped(words.say(
                            "cause.verified",
                            Map.of(
                                    "achieved",
                                    words.day(LocalDate.parse(
                                            milestone.get("achievedDate").asText())),
                                    "verified",
                                    words.day(LocalDate.parse(
                                            milestone.get("verifiedDate").asText()))))))
                    .append("</p>");
        }
        if (!milestone.get("evidence").isEmpty()) {
            page.append("<p class=\"note\">")
                    .append(escaped(words.say("cause.evidence")))
                    .append("</p><ul>");
            milestone
                    .get("evidence")
                    .forEach(hash ->
                            page.append("<li>").append(escaped(hash.asText())).append("</li>"));
            page.append("</ul>");
        }
    }

    private void bookmark(String key, String target) {
        page.append("<bookmark name=\"")
                .append(escaped(words.say(key)))
                .append("\" href=\"#")
                .append(target)
                .append("\"/>");
    }

    private String amount(String pointer) {
        return amount(content.at(pointer));
    }

    private String amount(JsonNode money) {
        return words.amount(money.get("value").asText(), money.get("currency").asText());
    }

    private String value(String pointer) {
        return content.at(pointer + "/value").asText();
    }

    private String text(String pointer) {
        return content.at(pointer).asText();
    }

    private LocalDate date(String pointer) {
        return LocalDate.parse(text(pointer));
    }

    /** As it is printed: in groups of four. */
    private static String grouped(String letters) {
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1\u00A0");
    }

    private static String strong(String text) {
        return "<strong>" + escaped(text) + "</strong>";
    }

    private static String lines(String text) {
        return text.lines().map(NoticeSheet::escaped).collect(Collectors.joining("<br/>"));
    }

    /** As XML takes it: of characters that it has no place for (XML 1.0, §2.2) none is left. */
    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point >= ' ' ? point < 0xFFFE || point > 0xFFFF : point == '\t' || point == '\n')
                .forEach(point -> {
                    switch (point) {
                        case '&' -> xml.append("&amp;");
                        case '<' -> xml.append("&lt;");
                        case '>' -> xml.append("&gt;");
                        case '"' -> xml.append("&quot;");
                        default -> xml.appendCodePoint(point);
                    }
                });
        return xml.toString();
    }
}
