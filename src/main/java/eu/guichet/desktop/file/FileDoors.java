package eu.guichet.desktop.file;

import eu.guichet.contract.Action;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Callback;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.Letter;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.TimelineEntry;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What can be begun from the file that is shown.
 *
 * @param promise promises a call at a time
 * @param settle says what becomes of one that is owed
 * @param leaveNote leaves a note for another office
 * @param seeToNote says what becomes of one that waits
 * @param transfer gives the competence to another office
 * @param track opens the carrier's page of a letter; runs the other where nothing opened it
 */
record FileDoors(
        Runnable identify,
        Consumer<Action> start,
        Consumer<Letter> print,
        Consumer<Letter> discard,
        Consumer<FileAlert> lift,
        Runnable promise,
        Consumer<Callback> settle,
        Runnable leaveNote,
        Consumer<OfficeNote> seeToNote,
        Runnable transfer,
        Consumer<TimelineEntry> correct,
        Consumer<Approval> decide,
        BiConsumer<URI, Runnable> track) {}
