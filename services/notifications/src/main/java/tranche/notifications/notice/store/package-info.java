/** The rows of notices and of the alerts that they raise. Read {@link tranche.notifications.notice.store.RaisedRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.notice.store;
