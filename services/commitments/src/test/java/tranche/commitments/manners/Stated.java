package tranche.commitments.manners;

import java.util.List;
import tranche.commitments.CommitmentsProcess.Reply;

/** A kind of object with a table of states in domain §2, whose commands are tried in each of them. */
interface Stated {

    /** Each command that people have for it, by its name on the wire. */
    List<String> commands();

    /** The path of a new object that has come to a state. */
    String in(String state);

    /** A command by somebody who may give it, with a body that is right. */
    Reply send(String path, String command);
}
