/** Who is told, tried on the database. Read {@link tranche.notifications.notice.store.RaisedRowsTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.notice.store;
