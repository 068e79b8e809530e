package tranche.portal.preference.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.Words;

/**
 * What somebody wants to hear, how and when: as the service says it, as the form of the page does, and as one line with which a
 * change is undone.
 *
 * @param quietFrom a wall time, for instance {@code 22:00}; blank with {@code quietTo} where there are no quiet hours
 * @param rows by the codes of the kinds, in the service's order
 */
record Wishes(String language, String zone, String quietFrom, String quietTo, Map<String, Row> rows) {

    /** Ways by the names on the wire, in the order of the columns. */
    static final List<String> WAYS = List.of("PORTAL", "EMAIL", "WEBHOOK");

    /** How often, by the names on the wire. */
    static final List<String> DIGESTS = List.of("NONE", "HOURLY", "DAILY", "WEEKLY");

    private static final String QUIET_FROM = "quietFrom";
    private static final String QUIET_TO = "quietTo";
    private static final String ROWS = "rows";
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[0-9]{2}");
    private static final String MUST = "!";
    private static final int PARTS_OF_ROW = 3;

    /**
     * One kind.
     *
     * @param mandatory whether it cannot be turned off: then it stays in the portal and is told at once
     * @param ways those that are on
     */
    record Row(boolean mandatory, List<String> ways, String digest) {
        Row {
            ways = List.copyOf(ways);
        }
    }

    Wishes {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    static Wishes of(Answered answer) {
        Optional<Answered> quiet = answer.objectIfAny("quietHours");
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Answered item : answer.objects("items")) {
            Map<?, ?> channels = item.object("channels").members();
            rows.put(
                    item.text("type"),
                    new Row(
                            item.is("mandatory"),
                            WAYS.stream()
                                    .filter(way -> Boolean.TRUE.equals(channels.get(way)))
                                    .toList(),
                            item.text("digest")));
        }
        return new Wishes(
                answer.text("language"),
                answer.text("timeZone"),
                quiet.map(hours -> hours.text("from")).orElse(""),
                quiet.map(hours -> hours.text("to")).orElse(""),
                rows);
    }

    /**
     * What the form says: a switch that is off is not sent, so one field says which rows are there. More than that has no field
     * of its own, for a server takes so many.
     */
    static Wishes of(Map<String, String> form) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String named : form.getOrDefault(ROWS, "").split(" ")) {
            boolean mandatory = named.endsWith(MUST);
            String code = mandatory ? named.substring(0, named.length() - MUST.length()) : named;
            if (CODE.matcher(code).matches()) {
                List<String> ways = new ArrayList<>();
                for (String way : WAYS) {
                    if (form.containsKey(field(way, code)) || mandatory && way.equals(WAYS.getFirst())) {
                        ways.add(way);
                    }
                }
                rows.put(code, new Row(mandatory, ways, form.getOrDefault(digestField(code), DIGESTS.getFirst())));
            }
        }
        return new Wishes(
                form.getOrDefault("language", ""),
                form.getOrDefault("timeZone", ""),
                form.getOrDefault(QUIET_FROM, "").strip(),
                form.getOrDefault(QUIET_TO, "").strip(),
                rows);
    }

    /** Which rows are there, as the form says it. */
    String named() {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + (row.getValue().mandatory() ? MUST : ""))
                .collect(Collectors.joining(" "));
    }

    /** The field of a switch. */
    static String field(String way, String code) {
        return way.toLowerCase(Locale.ROOT) + "-" + code;
    }

    /** The field that says how often a kind is told. */
    static String digestField(String code) {
        return "digest-" + code;
    }

    /** What has to be there and is not: quiet hours have a beginning and an end. */
    Optional<RefusedForm> missing(Words words) {
        if (quietFrom.isEmpty() == quietTo.isEmpty()) {
            return Optional.empty();
        }
        String field = quietFrom.isEmpty() ? QUIET_FROM : QUIET_TO;
        return Optional.of(RefusedForm.missing(field, words.say("preferences.quiet.missing"), words));
    }

    /** The body of the request. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("language", language);
        body.put("timeZone", zone);
        if (!quietFrom.isEmpty()) {
            body.put("quietHours", Map.of("from", quietFrom, "to", quietTo));
        }
        List<Map<String, Object>> items = new ArrayList<>();
        rows.forEach((code, row) -> {
            Map<String, Object> channels = new LinkedHashMap<>();
            WAYS.forEach(way -> channels.put(way, row.ways().contains(way)));
            items.add(Map.of("type", code, "channels", channels, "digest", row.digest()));
        });
        body.put("items", items);
        return body;
    }

    /** All of it in one line. */
    String line() {
        List<String> parts = new ArrayList<>(List.of(language, zone, quietFrom, quietTo));
        rows.forEach((code, row) -> parts.add(code + " " + String.join("+", row.ways()) + " " + row.digest()));
        return String.join("|", parts);
    }

    /** What a line says; empty where it is none. */
    static Optional<Wishes> parse(String line) {
        List<String> parts = List.of(line.split("\\|", -1));
        int before = Head.values().length;
        if (parts.size() < before) {
            return Optional.empty();
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String part : parts.subList(before, parts.size())) {
            String[] words = part.split(" ", -1);
            if (words.length != PARTS_OF_ROW || !CODE.matcher(words[0]).matches()) {
                return Optional.empty();
            }
            rows.put(words[0], new Row(false, List.of(words[1].split("\\+")), words[2]));
        }
        return Optional.of(new Wishes(
                parts.get(Head.LANGUAGE.ordinal()),
                parts.get(Head.ZONE.ordinal()),
                parts.get(Head.QUIET_FROM.ordinal()),
                parts.get(Head.QUIET_TO.ordinal()),
                rows));
    }

    /** What a line has before the rows. */
    private enum Head {
        LANGUAGE,
        ZONE,
        QUIET_FROM,
        QUIET_TO
    }
}
