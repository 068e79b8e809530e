package tranche.portal.cockpit.page;

/** A part of the overview that changes in place while it is open: each is a template whose one element has an id. */
enum OverviewPart {
    SENTENCE("sentence"),
    WAITS("waits"),
    RAISE("figures"),
    SITES("sites"),
    CALLS("calls"),
    NEXT("next"),
    MONEY("money");

    private final String template;

    OverviewPart(String template) {
        this.template = template;
    }

    String template() {
        return "cockpit/" + template + ".jte";
    }
}
