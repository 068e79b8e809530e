package tranche.portal.preference.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.portal.alerts.page.AlertKind;
import tranche.portal.frame.page.Zones;
import tranche.portal.preference.page.PreferencesModel.Choice;
import tranche.portal.preference.page.PreferencesModel.Group;
import tranche.portal.preference.page.PreferencesModel.Quiet;
import tranche.portal.preference.page.PreferencesModel.Row;
import tranche.portal.preference.page.PreferencesModel.Switch;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.domain.Reader;
import tranche.portal.words.page.Words;

/** Makes the rows of the page of what somebody wants to hear. */
record PreferencesSheet(Wishes wishes, Words words, Locale locale, Optional<RefusedForm> refused) {

    /** Families of kinds by the first letters of their codes, in the order of the page. */
    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    private static final String OTHERS = "others";

    static {
        FAMILIES.put("CM", "commitments");
        FAMILIES.put("CC", "calls");
        FAMILIES.put("RC", "calls");
        FAMILIES.put("MS", "sites");
        FAMILIES.put("BL", "sites");
        FAMILIES.put("TR", "tranches");
        FAMILIES.put("FC", "tranches");
    }

    List<Choice> languages() {
        return Reader.LOCALES.stream()
                .map(Locale::getLanguage)
                .map(language -> new Choice(
                        language, words.say("preferences.language." + language), language.equals(wishes.language())))
                .toList();
    }

    List<Choice> zones() {
        List<Choice> zones = new ArrayList<>();
        ZoneId chosen = Zones.of(wishes.zone()).orElse(Zones.UTC);
        Zones.choices(chosen)
                .forEach(zone -> zones.add(new Choice(zone.getId(), Zones.name(zone, locale), zone.equals(chosen))));
        return zones;
    }

    Quiet quiet() {
        return new Quiet(wishes.quietFrom(), wishes.quietTo(), wrong("quietFrom"), wrong("quietTo"));
    }

    /** What is wrong with fields of this form. */
    List<RefusedForm.Wrong> wrong() {
        return Stream.of("quietFrom", "quietTo", "timeZone", "language")
                .flatMap(field -> wrong(field).map(text -> new RefusedForm.Wrong("#" + field, text)).stream())
                .toList();
    }

    private Optional<String> wrong(String field) {
        return refused.flatMap(said -> said.wrong(field));
    }

    List<Group> groups() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        FAMILIES.values().forEach(family -> groups.put(family, new ArrayList<>()));
        groups.put(OTHERS, new ArrayList<>());
        wishes.rows()
                .forEach((code, row) -> groups.computeIfAbsent(
                                FAMILIES.getOrDefault(code.substring(0, 2), OTHERS), _ -> new ArrayList<>())
                        .add(row(code, row)));
        List<Group> shown = new ArrayList<>();
        groups.forEach((family, rows) -> {
            if (!rows.isEmpty()) {
                shown.add(new Group(words.say("preferences.family." + family), rows));
            }
        });
        return shown;
    }

    private Row row(String code, Wishes.Row row) {
        String name = AlertKind.name(code, words);
        return new Row(
                code,
                name,
                row.mandatory(),
                Wishes.WAYS.stream().map(way -> way(way, code, name, row)).toList(),
                Wishes.digestField(code),
                words.say("preferences.often.of", "kind", name),
                row.mandatory() ? List.of() : digests(row.digest()));
    }

    private Switch way(String way, String code, String name, Wishes.Row row) {
        boolean possible = AlertKind.of(code)
                .map(kind -> kind.ways().indexOf(way.charAt(0)) >= 0)
                .orElse(true);
        return new Switch(
                Wishes.field(way, code),
                words.say("preferences.switch", "kind", name, "way", way(way)),
                possible,
                row.ways().contains(way),
                row.mandatory() && way.equals(Wishes.WAYS.getFirst()));
    }

    private String way(String way) {
        return words.say("preferences.way." + way.toLowerCase(Locale.ROOT));
    }

    private List<Choice> digests(String chosen) {
        return Wishes.DIGESTS.stream()
                .map(digest -> new Choice(
                        digest,
                        words.say("preferences.often." + digest.toLowerCase(Locale.ROOT)),
                        digest.equals(chosen)))
                .toList();
    }
}
