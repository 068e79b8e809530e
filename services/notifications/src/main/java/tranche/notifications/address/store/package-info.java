/** Which recipients mail reaches. Read {@link tranche.notifications.address.store.MailedRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.address.store;
