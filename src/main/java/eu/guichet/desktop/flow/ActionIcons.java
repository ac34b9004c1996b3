package eu.guichet.desktop.flow;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.MessageKind;
import org.kordamp.ikonli.feather.Feather;

/** The sign of each action, the same on its button and on its card. */
public final class ActionIcons {
    private ActionIcons() {}

    public static Feather of(ActionKind kind) {
        return switch (kind) {
            case ActionKind.Resend(MessageKind message) ->
                switch (message.channel()) {
                    case EMAIL -> Feather.MAIL;
                    case SMS -> Feather.MESSAGE_SQUARE;
                };
            case ActionKind.GenerateLetter() -> Feather.FILE_TEXT;
            case ActionKind.HandOver() -> Feather.LIFE_BUOY;
            case ActionKind.ReportNotMe() -> Feather.SLASH;
        };
    }
}
