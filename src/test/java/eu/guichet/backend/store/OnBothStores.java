package eu.guichet.backend.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the class twice: every store that {@link Stores} hands out is SQLite's first, then PostgreSQL's. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(OnBothStores.Twice.class)
public @interface OnBothStores {
    /** JUnit's side of it. */
    final class Twice implements ClassTemplateInvocationContextProvider {
        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<Once> provideClassTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(Stores.Kind.values()).map(Once::new);
        }
    }

    /** One of the two. */
    record Once(Stores.Kind kind) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return kind.toString();
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            Stores.use(kind);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of((AfterEachCallback) _ -> Stores.leaveThoseOfTheTest(), (AfterClassTemplateInvocationCallback)
                    _ -> Stores.use(Stores.Kind.SQLITE));
        }
    }
}
