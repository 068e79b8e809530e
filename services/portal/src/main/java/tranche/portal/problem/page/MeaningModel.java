package tranche.portal.problem.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.reference.domain.Operation;

/**
 * What a code of the catalogue means ({@code problem/meaning.jte}): the page that {@code type} in a problem document names.
 *
 * @param detail the sentence of the answer, with the names of its facts in braces
 * @param operations those that are refused with it and say so
 */
public record MeaningModel(
        Frame frame,
        String code,
        int status,
        String title,
        Optional<String> detail,
        String remedy,
        String rule,
        List<Operation> operations) {

    public MeaningModel {
        operations = List.copyOf(operations);
    }
}
