package tranche.portal.drawdown.page;

import java.util.Map;
import java.util.Optional;
import tranche.portal.drawdown.domain.CallDoing;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.Words;

/**
 * A form that is shown again.
 *
 * @param refused what was said to it; empty where it was only kept through the sign-in page
 */
record SentCall(CallDoing doing, Map<String, String> form, Optional<RefusedForm> refused) {

    /** The key that it was sent with, where it may have been done: pressed again, it does nothing twice. */
    Optional<String> once() {
        return refused.filter(RefusedForm::unanswered).flatMap(_ -> OnceKey.of(form));
    }

    String reason() {
        return form.getOrDefault("reason", "").strip();
    }

    Optional<String> wrong() {
        return refused.flatMap(said -> said.wrong("reason"));
    }

    /**
     * What is said above the page. What was typed is never lost, even where its form is not offered any more.
     *
     * @param shown whether the form is on the page
     */
    Optional<RefusedForm> said(boolean shown, Words words) {
        Optional<String> typed = Optional.of(reason()).filter(text -> !shown && !text.isEmpty());
        return refused.map(said -> said.typed(typed)).or(() -> typed.map(text -> RefusedForm.gone(text, words)));
    }
}
