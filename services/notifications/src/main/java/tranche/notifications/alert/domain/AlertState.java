package tranche.notifications.alert.domain;

/** How far an alert has come with its recipient; and whether there is anything left to see to, read or not. */
public enum AlertState {
    CREATED,
    READ,
    ACKNOWLEDGED,
    SUPERSEDED
}
