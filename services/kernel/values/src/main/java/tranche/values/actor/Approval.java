package tranche.values.actor;

/**
 * That somebody approved a content.
 *
 * @param checker account and person who approved it
 * @param content what was approved, to the letter (rule D-6)
 */
public record Approval(Maker checker, ContentHash content) {}
