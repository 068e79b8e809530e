package tranche.portal.words.page;

import java.math.BigDecimal;

/** The unit of a shortened amount; one chart or column keeps to one. */
public enum AmountUnit {
    /** Units of the currency. */
    ONE("", "", 0),
    /** A million: {@code m} in English, {@code M} in French. */
    MILLION("m", "M", 6),
    /** A milliard: {@code bn} in English, {@code Md} in French, where a billion is something else. */
    BILLION("bn", "Md", 9);

    private final String english;
    private final String french;
    private final int zeros;

    AmountUnit(String english, String french, int zeros) {
        this.english = english;
        this.french = french;
        this.zeros = zeros;
    }

    String sign(boolean inFrench) {
        return inFrench ? french : english;
    }

    BigDecimal of(BigDecimal value) {
        return value.movePointLeft(zeros);
    }

    /**
     * The unit in which an amount has up to four figures before the point, after it is rounded to a tenth: 999.96
     * millions are 1.0 billion.
     */
    static AmountUnit fitting(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.compareTo(new BigDecimal("999950000")) >= 0) {
            return BILLION;
        }
        return size.compareTo(new BigDecimal("999999.5")) >= 0 ? MILLION : ONE;
    }
}
