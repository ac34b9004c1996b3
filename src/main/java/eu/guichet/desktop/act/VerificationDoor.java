package eu.guichet.desktop.act;

import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.ViewContext;
import java.util.function.Supplier;

/** The way to verification. */
final class VerificationDoor implements Identify {
    private static final String BUNDLE = "eu.guichet.desktop.act.verification";

    private final ViewContext context;

    VerificationDoor(ViewContext context) {
        this.context = context.speaking(BUNDLE);
    }

    @Override
    public void identify(OpenFile open, Supplier<String> act, Runnable then) {
        VerificationModel model = new VerificationModel(
                context.client(),
                context.tasks(),
                context.clock(),
                context.zone(),
                open.file(),
                open.reason(),
                open.refresh(),
                verification -> {
                    open.refresh().run();
                    then.run();
                });
        new VerificationStep(model, open, act, context.texts(), context.zone()).start();
    }
}
