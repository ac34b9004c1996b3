package eu.guichet.backend.http;

import eu.guichet.backend.delivery.GatewayReceipts;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.file.OfficeDirectory;
import eu.guichet.backend.limits.HourlyLimits;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.people.RegisterFeed;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.store.Database;
import eu.guichet.contract.Environment;
import eu.guichet.contract.SignInOffer;
import eu.guichet.process.DatedPolicy;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the Resources ask.
 *
 * @param delivery how the rounds of the outbox go
 * @param receipts what SMS gateways post
 * @param training null but in training
 */
public record Services(
        Environment environment,
        SignInOffer signIn,
        DatedPolicy policy,
        InstantSource clock,
        Database database,
        PeopleSearch search,
        FileAssembler files,
        OfficeDirectory offices,
        LiveHub live,
        EnrolmentJournal journal,
        UseCases acts,
        RegisterFeed register,
        HourlyLimits limits,
        Supplier<PeriodicTask.State> delivery,
        GatewayReceipts receipts,
        @Nullable TrainingDoor training) {}
