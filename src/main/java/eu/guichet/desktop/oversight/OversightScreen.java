package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.ViewContext;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The screen of supervisors and auditors. */
public final class OversightScreen implements ScreenPart {
    private static final String BUNDLE = "eu.guichet.desktop.oversight.oversight";

    private final ViewContext context;
    private final TrailModel trail;
    private final LocksModel locks;
    private final TrailView trailView;
    private final boolean unlocks;
    private final HBox frame;

    /** @param unlocks whether whoever sits here may unlock verifications; otherwise the list is not shown */
    public OversightScreen(ViewContext anyContext, boolean unlocks) {
        context = anyContext.speaking(BUNDLE);
        this.unlocks = unlocks;
        trail = new TrailModel(context);
        locks = new LocksModel(context);
        trailView = new TrailView(trail, context, this::sentence);
        HBox.setHgrow(trailView, Priority.ALWAYS);
        frame = new HBox(16, trailView);
        frame.setPadding(new Insets(16));
        frame.setId("oversight");
        frame.getStyleClass().addAll("canvas", "oversight");
        frame.getStylesheets()
                .add(Objects.requireNonNull(OversightScreen.class.getResource("oversight.css"))
                        .toExternalForm());
        if (unlocks) {
            LocksView view = new LocksView(locks, context, this::sentence);
            view.setMinWidth(280);
            view.setPrefWidth(340);
            view.setMaxWidth(400);
            frame.getChildren().add(view);
        }
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        trail.read();
        if (unlocks) {
            locks.read();
        }
        trailView.focus();
    }

    @Override
    public void hidden() {
        locks.leave();
    }

    @Override
    public boolean pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            shown();
            return true;
        }
        return false;
    }

    @Override
    public void close() {
        trail.close();
        locks.close();
    }

    private String sentence(ClientException why) {
        return new FailureWords(context.texts(), context.clock(), context.zone()).wholeOfLook(why);
    }
}
