package eu.guichet.contract;

/** A step for the simulated pensioner to take. */
public record TrainingMove(TrainingWorld.MoveKind kind) {}
