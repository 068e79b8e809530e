package tranche.launcher.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What somebody worked out by hand or by another program.
 *
 * @param id for instance {@code alloc-02}; a case of dated flows has its name
 * @param kind which rule works it out, for instance {@code alloc}
 * @param title what it shows
 * @param tolerance how far a number may lie from the expected one; empty where every character counts
 */
record WorkedExample(
        String id, String kind, String title, JsonNode input, JsonNode expected, Optional<BigDecimal> tolerance) {}
