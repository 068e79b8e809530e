package tranche.testkit.canary.finch.nest.api;

import java.sql.ResultSet;
import tranche.testkit.house.Breaks;

@Breaks("SQL is spoken in store and flow")
record Question(ResultSet answer) {}
