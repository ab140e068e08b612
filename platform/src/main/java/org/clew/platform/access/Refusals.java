package org.clew.platform.access;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.clew.platform.database.Tenancy;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes down refused tries to sign in, after the answer has gone: how long writing takes must not
/// tell whether there is somebody to write about.
@Component
final class Refusals implements DisposableBean {

  private static final int MOST_AT_ONCE = 100;

  private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;

  Refusals(Tenancy tenancy, ApplicationEventPublisher events) {
    this.tenancy = tenancy;
    this.events = events;
  }

  void tell(Found found) {
    if (!room.tryAcquire()) {
      return;
    }
    try {
      aside.execute(() -> write(found));
    } catch (RejectedExecutionException _) {
      room.release();
    }
  }

  private void write(Found found) {
    try {
      if (!found.equals(Found.NOBODY)) {
        tenancy.within(
            found.organisation(),
            () -> events.publishEvent(new AccessEvent.SignInRefused(found.person())));
      }
    } finally {
      room.release();
    }
  }

  @Override
  public void destroy() {
    aside.close();
  }
}
