package tranche.notifications.recipient.domain;

/** A personal text, encrypted: decisions carry it and cannot read it. */
public record Sealed(String text) {

    @Override
    public String toString() {
        return "***";
    }
}
