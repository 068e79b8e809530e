package tranche.milestones.project.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A place on the map (WGS 84).
 *
 * @param latitude degrees north of the equator, −90 to 90, with {@link #DECIMALS}
 * @param longitude degrees east of Greenwich, −180 to 180, with {@link #DECIMALS}
 */
public record Location(BigDecimal latitude, BigDecimal longitude) {

    /** A tenth of a metre: what a map gives beyond says nothing of a site. */
    public static final int DECIMALS = 6;

    public static final BigDecimal MOST_LATITUDE = BigDecimal.valueOf(90);
    public static final BigDecimal MOST_LONGITUDE = BigDecimal.valueOf(180);

    public Location {
        if (latitude.abs().compareTo(MOST_LATITUDE) > 0 || longitude.abs().compareTo(MOST_LONGITUDE) > 0) {
            throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
        }
        latitude = latitude.setScale(DECIMALS, RoundingMode.HALF_UP);
        longitude = longitude.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** As text, for instance {@code 33.775000,-112.158000}. */
    @Override
    public String toString() {
        return latitude.toPlainString() + "," + longitude.toPlainString();
    }
}
