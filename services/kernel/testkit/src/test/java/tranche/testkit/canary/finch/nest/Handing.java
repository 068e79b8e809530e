package tranche.testkit.canary.finch.nest;

import java.sql.Connection;

/** Hands a connection on, as a front door may. */
record Handing(Connection connection) {}
