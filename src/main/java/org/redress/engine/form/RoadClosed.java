package org.redress.engine.form;

/** The engine offers this road around the form; Redress has closed it. */
public final class RoadClosed extends DoorException {

    RoadClosed(String message) {
        super(message);
    }
}
