package tranche.portal.listing.page;

/**
 * A filter that holds.
 *
 * @param without the address without it
 */
public record Pill(String name, String value, String without) {}
