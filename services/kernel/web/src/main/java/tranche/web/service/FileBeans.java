package tranche.web.service;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import tranche.flow.Flow;
import tranche.flow.file.FileNames;
import tranche.flow.file.KeptFiles;
import tranche.flow.file.UnnamedFilesJob;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/** The files of a service whose rows name some. */
@Factory
@Requires(beans = FileNames.class)
final class FileBeans {

    @Singleton
    KeptFiles files(
            @Value("${tranche.data}") String data,
            @Value("${tranche.service}") String service,
            FileNames names,
            Flow flow,
            Ids ids,
            Clock clock) {
        return new KeptFiles(Path.of(data), service, names, flow.writers(), ids, clock);
    }

    @Singleton
    UnnamedFilesJob unnamedFiles(KeptFiles files) {
        return new UnnamedFilesJob(files);
    }
}
