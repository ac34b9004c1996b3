package eu.guichet.desktop.flow;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.PensionerFile;
import java.util.function.Supplier;

/**
 * The file an act is for: always the same person's, whichever file is shown meanwhile.
 *
 * @param file as last read
 * @param reason why it is open, which can be corrected while the act goes on
 * @param refresh has the file read again, if it is the one that is shown; another is read when it is shown again
 */
public record OpenFile(Supplier<PensionerFile> file, Supplier<AccessReason> reason, Runnable refresh, FlowSlot slot) {}
