package tranche.testkit.canary.bench;

import tranche.testkit.canary.auditor.Ledger;
import tranche.testkit.house.Breaks;

@Breaks("the auditor shares no code with what it checks")
record Copy(Ledger known) {}
