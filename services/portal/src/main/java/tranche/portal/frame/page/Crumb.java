package tranche.portal.frame.page;

import java.util.Optional;

/** A step of the way to a page; the last one is the page itself and has no address. */
public record Crumb(String name, Optional<String> address) {

    /** A step that can be gone back to. */
    public static Crumb to(String name, String address) {
        return new Crumb(name, Optional.of(address));
    }

    /** The page itself. */
    public static Crumb here(String name) {
        return new Crumb(name, Optional.empty());
    }
}
