package tranche.portal.cockpit.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.timeline.domain.ProgrammeBuild.Site;
import tranche.portal.timeline.domain.Standing;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * The sites of a programme on a map and in a list ({@code cockpit/sites.jte}). A mark's place is the site's, its area what is
 * committed to it, its shape and its colour how it does. Sites that would lie over one another are one mark with their number.
 *
 * @param count of all sites
 * @param box what of the world is shown; empty where no site has a place
 * @param keys how many do how, those that occur
 * @param finding the map in a sentence, for those who do not see it
 * @param sized whether areas mean anything: the reader sees what is committed
 * @param labelSize of the words on the map, in its units
 * @param lines all sites
 */
public record SiteMap(
        int count,
        Optional<String> box,
        List<Mark> marks,
        List<Key> keys,
        String finding,
        boolean sized,
        String labelSize,
        List<Line> lines) {

    private static final double LARGEST = 20;
    private static final double SMALLEST = 6;

    /** Closer in pixels, two marks are one. */
    private static final double TOGETHER = 12;

    /** As many names as a map carries. */
    private static final int MOST_LABELS = 8;

    private static final int LONGEST_LABEL = 22;

    /** Of a letter of a name on the map, in pixels. */
    private static final double LETTER = 6.4;

    private static final double LABEL_HEIGHT = 12;

    /** How a site does, as the map tells it: by shape and by colour. */
    enum Look {
        ON_PLAN("circle", "brand"),
        SLIPPED("square-rotated", "warn"),
        BLOCKED("triangle", "bad"),
        NO_PLAN("square", "draft");

        private final String icon;
        private final String tone;

        Look(String icon, String tone) {
            this.icon = icon;
            this.tone = tone;
        }

        static Look of(Standing standing) {
            return switch (standing) {
                case ON_PLAN, COMPLETE -> ON_PLAN;
                case SLIPPED -> SLIPPED;
                case CRITICAL, STOPPED -> BLOCKED;
                case NOTHING_OPEN, UNPLANNED -> NO_PLAN;
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A mark.
     *
     * @param shape its outline around its place
     * @param number of the sites that it stands for, with {@code size} of its figure; empty where it is one
     * @param label the name beside it, where there is room; {@code labelX} where that begins
     */
    public record Mark(
            String x,
            String y,
            String look,
            String shape,
            Optional<String> number,
            Optional<String> label,
            String labelX,
            String labelY,
            String address,
            String title) {}

    /** A line of the key: how many sites do so. */
    public record Key(String look, String icon, String name, String count) {}

    /** A site in the list. */
    public record Line(
            String name,
            String place,
            tranche.portal.timeline.page.Mark state,
            String committed,
            Optional<String> exact,
            String address) {}

    /** Sites that stand for one mark, around the largest of them. */
    private record Group(List<Site> sites, double x, double y, double radius) {}

    /** A box on the map that is taken, in its units. */
    private record Taken(double left, double top, double right, double bottom) {
        boolean meets(Taken other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /**
     * The map of sites.
     *
     * @param money what is committed to each, as far as the reader sees it
     * @param headline the currency in which areas are drawn: others are never added to it (rule D-14)
     */
    static SiteMap of(List<Site> sites, Map<UUID, List<Money>> money, Currency headline, Words words) {
        List<Site> placed = sites.stream()
                .filter(site -> site.place().isPresent())
                .sorted(Comparator.comparing((Site site) -> amount(site, money, headline))
                        .reversed())
                .toList();
        Optional<MapView> view = placed.isEmpty()
                ? Optional.empty()
                : Optional.of(MapView.of(
                        placed.stream().map(site -> site.place().orElseThrow()).toList()));
        List<Mark> marks = view.map(seen -> marks(seen, grouped(placed, money, headline, seen), words))
                .orElse(List.of());
        List<Key> keys = keys(sites, words);
        return new SiteMap(
                sites.size(),
                view.map(MapView::box),
                marks,
                keys,
                words.say(
                        "overview.sites.finding",
                        "count",
                        sites.size(),
                        "states",
                        words.texts()
                                .list(keys.stream()
                                        .map(key -> key.name() + " " + key.count())
                                        .toList())),
                !money.isEmpty(),
                view.map(seen -> number(seen.units(LABEL_HEIGHT))).orElse("0"),
                sites.stream().map(site -> line(site, money, words)).toList());
    }

    private static Money amount(Site site, Map<UUID, List<Money>> money, Currency headline) {
        return money.getOrDefault(site.row().id(), List.of()).stream()
                .filter(amount -> amount.currency().equals(headline))
                .reduce(Money.zero(headline), Money::plus);
    }

    /** @param placed the largest first, so that each group stands where its largest site is */
    private static List<Group> grouped(
            List<Site> placed, Map<UUID, List<Money>> money, Currency headline, MapView view) {
        Money largest = amount(placed.getFirst(), money, headline);
        List<Group> groups = new ArrayList<>();
        for (Site site : placed) {
            double x = MapView.x(site.place().orElseThrow());
            double y = MapView.y(site.place().orElseThrow());
            Optional<Group> near = groups.stream()
                    .filter(group -> Math.hypot(group.x() - x, group.y() - y) < view.units(TOGETHER))
                    .findFirst();
            if (near.isPresent()) {
                near.get().sites().add(site);
            } else {
                BigDecimal share = Share.of(amount(site, money, headline), largest);
                double radius = Math.max(SMALLEST, LARGEST * Math.sqrt(share.doubleValue()));
                groups.add(new Group(new ArrayList<>(List.of(site)), x, y, view.units(radius)));
            }
        }
        return groups;
    }

    private static List<Mark> marks(MapView view, List<Group> groups, Words words) {
        List<Taken> taken = new ArrayList<>();
        groups.forEach(group -> taken.add(around(group)));
        List<Mark> marks = new ArrayList<>();
        int labels = 0;
        for (Group group : groups) {
            Optional<String> label = labels < MOST_LABELS
                    ? label(group).filter(name -> isFree(view, group, name, taken))
                    : Optional.empty();
            if (label.isPresent()) {
                taken.add(beside(view, group, label.get()));
                labels++;
            }
            marks.add(mark(view, group, label, words));
        }
        return marks;
    }

    private static Taken around(Group group) {
        double r = group.radius();
        return new Taken(group.x() - r, group.y() - r, group.x() + r, group.y() + r);
    }

    private static Taken beside(MapView view, Group group, String name) {
        double left = group.x() + group.radius() + view.units(4);
        double half = view.units(LABEL_HEIGHT) / 2;
        return new Taken(left, group.y() - half, left + view.units(name.length() * LETTER), group.y() + half);
    }

    private static boolean isFree(MapView view, Group group, String name, List<Taken> taken) {
        Taken box = beside(view, group, name);
        return box.right() < view.left() + view.width() && taken.stream().noneMatch(box::meets);
    }

    /** What a site is called before the colon, behind which is said which part of it. */
    private static Optional<String> label(Group group) {
        String name = group.sites().getFirst().row().name();
        int colon = name.indexOf(':');
        String shortened = colon > 0 ? name.substring(0, colon) : name;
        return group.sites().size() == 1 && shortened.length() <= LONGEST_LABEL
                ? Optional.of(shortened)
                : Optional.empty();
    }

    private static Mark mark(MapView view, Group group, Optional<String> label, Words words) {
        List<Site> sites = group.sites();
        boolean one = sites.size() == 1;
        Look worst = sites.stream()
                .map(site -> Look.of(site.row().standing()))
                .filter(look -> look != Look.NO_PLAN)
                .max(Comparator.naturalOrder())
                .orElse(Look.NO_PLAN);
        double radius = one ? group.radius() : Math.max(group.radius(), view.units(10));
        return new Mark(
                number(group.x()),
                number(group.y()),
                worst.code(),
                shape(worst, radius),
                one ? Optional.empty() : Optional.of(words.say("words.number", "number", sites.size())),
                label,
                number(radius + view.units(4)),
                number(view.units(4)),
                one ? address(sites.getFirst()) : "#site-list",
                one
                        ? words.say(
                                "overview.sites.one",
                                "site",
                                sites.getFirst().row().name(),
                                "state",
                                state(sites.getFirst().row().standing(), words))
                        : words.say(
                                "overview.sites.together",
                                "count",
                                sites.size(),
                                "names",
                                words.texts()
                                        .list(sites.stream()
                                                .map(site -> site.row().name())
                                                .toList())));
    }

    private static String address(Site site) {
        return "/projects/" + site.row().id();
    }

    private static String shape(Look look, double r) {
        return switch (look) {
            case ON_PLAN -> {
                String radius = number(r);
                String across = number(2 * r);
                yield "M-" + radius + " 0a" + radius + " " + radius + " 0 1 0 " + across + " 0a" + radius + " " + radius
                        + " 0 1 0 -" + across + " 0z";
            }
            case SLIPPED -> {
                String half = number(r * 1.25);
                yield "M0 -" + half + "L" + half + " 0L0 " + half + "L-" + half + " 0z";
            }
            case BLOCKED -> {
                String half = number(r * 1.2);
                yield "M0 -" + half + "L" + half + " " + number(r) + "L-" + half + " " + number(r) + "z";
            }
            case NO_PLAN -> {
                String half = number(r * 0.9);
                yield "M-" + half + " -" + half + "H" + half + "V" + half + "H-" + half + "z";
            }
        };
    }

    private static List<Key> keys(List<Site> sites, Words words) {
        List<Key> keys = new ArrayList<>();
        for (Look look : Look.values()) {
            long count = sites.stream()
                    .filter(site -> Look.of(site.row().standing()) == look)
                    .count();
            if (count > 0) {
                keys.add(new Key(
                        look.code(), look.icon, state(look, words), words.say("words.number", "number", count)));
            }
        }
        return keys;
    }

    private static String state(Look look, Words words) {
        return words.say("overview.sites." + look.code());
    }

    /** The finer word: a look stands for more than one. */
    private static String state(Standing standing, Words words) {
        return words.say("projects.state." + standing.code());
    }

    /** In the list a site has the shape and the colour that it has on the map. */
    private static tranche.portal.timeline.page.Mark listed(Standing standing, Words words) {
        Look look = Look.of(standing);
        return new tranche.portal.timeline.page.Mark(look.icon, look.tone, true, state(standing, words));
    }

    private static Line line(Site site, Map<UUID, List<Money>> money, Words words) {
        List<Money> committed = money.getOrDefault(site.row().id(), List.of());
        return new Line(
                site.row().name(),
                words.say(
                        "overview.sites.place",
                        "region",
                        site.row().region(),
                        "country",
                        Locale.of("", site.row().country())
                                .getDisplayCountry(words.texts().locale())),
                listed(site.row().standing(), words),
                committed.isEmpty() ? words.say("words.none") : ProgrammeLines.sums(committed, words),
                committed.size() == 1 ? Optional.of(committed.getFirst().plain()) : Optional.empty(),
                address(site));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(Math.round(value * 10), 1)
                .stripTrailingZeros()
                .toPlainString();
    }
}
