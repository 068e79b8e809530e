package tranche.notifications.alert.domain;

/** How far an alert has come with its recipient. */
public enum AlertState {
    CREATED,
    READ,
    ACKNOWLEDGED
}
