package eu.guichet.desktop.shell;

import eu.guichet.contract.Contact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that are held open side by side, one of them shown. There is always one, which may be empty. */
final class FileTabs {
    private final Supplier<FileTab> make;
    private final ObservableList<FileTab> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<FileTab> current;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private int most = 2;

    FileTabs(Supplier<FileTab> make) {
        this.make = make;
        FileTab first = add();
        current = new ReadOnlyObjectWrapper<>(first);
    }

    /** @param number of files that may be open at once, by the policy */
    void atMost(int number) {
        most = Math.max(1, number);
    }

    private FileTab add() {
        FileTab tab = make.get();
        tab.contact().contact().subscribe((before, now) -> {
            if (before != null) {
                held.remove(before.id());
            }
            if (now != null) {
                held.add(now.id());
            }
        });
        all.add(tab);
        return tab;
    }

    /**
     * Keeps the file that is shown, and shows an empty place.
     *
     * @return whether there was room
     */
    boolean hold() {
        if (!current.get().isOpen()) {
            return true;
        }
        Optional<FileTab> empty = all.stream().filter(tab -> !tab.isOpen()).findFirst();
        if (empty.isEmpty() && all.size() >= most) {
            return false;
        }
        current.set(empty.orElseGet(this::add));
        return true;
    }

    /** Shows the next one, or the one before where negative. */
    void move(int by) {
        int at = all.indexOf(current.get());
        current.set(all.get(Math.floorMod(at + by, all.size())));
    }

    void choose(FileTab tab) {
        current.set(tab);
    }

    /** Takes an empty place away where there is another one. */
    void remove(FileTab tab) {
        if (all.size() > 1) {
            if (tab.equals(current.get())) {
                move(-1);
            }
            all.remove(tab);
            tab.release();
        }
    }

    Optional<FileTab> openFor(String pensionerId) {
        return all.stream().filter(tab -> tab.isOpenFor(pensionerId)).findFirst();
    }

    ObservableList<FileTab> all() {
        return all;
    }

    ReadOnlyObjectProperty<FileTab> current() {
        return current.getReadOnlyProperty();
    }

    /** Ids of the contacts that are open here; from any thread. */
    Set<String> held() {
        return Set.copyOf(held);
    }

    /** The contacts that are open here. */
    List<Contact> contacts() {
        return all.stream()
                .map(tab -> tab.contact().contact().get())
                .filter(Objects::nonNull)
                .toList();
    }
}
