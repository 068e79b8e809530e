package tranche.portal.listing.page;

/** A part of the address that was left out. */
public record Unknown(String name, String value) {}
