package tranche.portal.listing.page;

/** A value that a filter can take. */
public record Choice(String value, String name, boolean chosen) {}
