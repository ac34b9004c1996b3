package eu.guichet.desktop.flow;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.PensionerFile;
import java.util.function.Supplier;

/**
 * The file an act is for.
 *
 * @param file as last read
 * @param refresh has the file read again
 */
public record OpenFile(Supplier<PensionerFile> file, AccessReason reason, Runnable refresh, FlowSlot slot) {}
