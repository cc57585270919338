package org.redress.clock;

import static org.redress.clock.FeedRejectedException.Reason.NOT_FETCHED;
import static org.redress.clock.FeedRejectedException.Reason.TOO_BIG;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads a list of bank holidays over HTTP. Never waits longer, and never reads more, than a list can need. */
@Component
class FeedDoor {

    private static final int OK = 200;

    private final Duration patience;

    /** @param patience how long the whole answer may take, from the first word to the last */
    FeedDoor(@Value("${redress.bank-holidays.feed-patience:PT20S}") Duration patience) {
        this.patience = patience;
    }

    /** @throws FeedRejectedException if nothing came, too much came, or it took too long */
    String read(String address) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(patience).followRedirects(HttpClient.Redirect.NORMAL).build();
        CompletableFuture<HttpResponse<String>> answer = null;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(patience)
                    .header("Accept", "application/json").build();
            answer = http.sendAsync(request, head -> new Capped());
            HttpResponse<String> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new FeedRejectedException(NOT_FETCHED, "The address answered with " + response.statusCode()
                        + " instead of a list.");
            }
            return response.body();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FeedRejectedException(NOT_FETCHED, "The list did not come within "
                    + Explanation.number((int) patience.toSeconds(), "second") + ".");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FeedRejectedException refused) {
                throw refused;
            }
            throw new FeedRejectedException(NOT_FETCHED, "The address could not be reached.");
        } catch (IllegalArgumentException e) {
            throw new FeedRejectedException(NOT_FETCHED, "The address that is set is not one of the web.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedRejectedException(NOT_FETCHED, "Redress was stopped while it waited for the list.");
        }
    }

    /** Collects what comes, and turns the rest away once it is more than a list can be. */
    private static final class Capped implements HttpResponse.BodySubscriber<String> {

        private final CompletableFuture<String> body = new CompletableFuture<>();
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private Flow.Subscription more;

        @Override
        public CompletionStage<String> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            more = subscription;
            more.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                read.writeBytes(bytes);
            }
            if (read.size() > HolidayFeed.LONGEST) {
                more.cancel();
                body.completeExceptionally(new FeedRejectedException(TOO_BIG, "More than a million characters came,"
                        + " far more than a list of bank holidays."));
            }
        }

        @Override
        public void onError(Throwable wrong) {
            body.completeExceptionally(wrong);
        }

        @Override
        public void onComplete() {
            body.complete(read.toString(StandardCharsets.UTF_8));
        }
    }
}
