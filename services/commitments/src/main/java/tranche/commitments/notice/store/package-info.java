/** The rows of notices, of their files and of the keys that signed them. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.notice.store;
