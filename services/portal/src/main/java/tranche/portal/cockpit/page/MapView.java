package tranche.portal.cockpit.page;

import java.util.List;
import tranche.portal.timeline.domain.ProgrammeBuild.Place;

/**
 * The part of the world that a map shows: all sites with room around them. Units are those of the outline, tenths of a
 * degree from 180 W and 90 N.
 *
 * @param scale units for a pixel where the map has its full width
 */
record MapView(double left, double top, double width, double height, double scale) {

    /** Full width of the map in pixels, for which marks are drawn and joined. */
    private static final double PIXELS = 720;

    private static final double PROPORTION = 1.9;

    /** Nearer than this an outline of 1:110m is a row of corners. */
    private static final double LEAST_WIDTH = 700;

    private static final double WORLD = 3600;

    /** Room around the outermost sites, in parts of the width. */
    private static final double ROOM = 0.09;

    /** What lies further south has no outline. */
    private static final double SOUTH = 1500;

    static double x(Place place) {
        return (place.longitude().doubleValue() + 180) * 10;
    }

    static double y(Place place) {
        return (90 - place.latitude().doubleValue()) * 10;
    }

    /** @param places at least one */
    static MapView of(List<Place> places) {
        double west = places.stream().mapToDouble(MapView::x).min().orElseThrow();
        double east = places.stream().mapToDouble(MapView::x).max().orElseThrow();
        double north = places.stream().mapToDouble(MapView::y).min().orElseThrow();
        double south = places.stream().mapToDouble(MapView::y).max().orElseThrow();
        double needed = Math.max(east - west, (south - north) * PROPORTION) * (1 + 2 * ROOM);
        double width = Math.clamp(needed, LEAST_WIDTH, WORLD);
        double height = Math.min(width / PROPORTION, SOUTH);
        double left = Math.clamp((west + east - width) / 2, 0, WORLD - width);
        double top = Math.clamp((north + south - height) / 2, 0, SOUTH - height);
        return new MapView(left, top, width, height, width / PIXELS);
    }

    /** A length in pixels as one in units. */
    double units(double pixels) {
        return pixels * scale;
    }

    String box() {
        return Math.round(left) + " " + Math.round(top) + " " + Math.round(width) + " " + Math.round(height);
    }
}
