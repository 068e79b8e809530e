package tranche.portal.listing.page;

/** A field that a form carries along unseen. */
public record Kept(String name, String value) {}
