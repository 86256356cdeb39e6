using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>The conversation broke off or was handed on, and the customer hears music until somebody takes it up.</summary>
/// <param name="Reason">A code of the lexicon.</param>
/// <param name="Talk">Of this agent, from being joined to this moment.</param>
/// <param name="Earlier">Talk of the conversation's earlier parts; null when this was the first.</param>
public sealed record CustomerParked(Instant At, AttemptId Attempt, AgentId Agent, string Reason, Duration Talk, Duration? Earlier) : Fact(At), IOfAttempt;

/// <summary>The agent no longer has to do with this call; another takes it up, or nobody.</summary>
public sealed record AgentLeftCall(Instant At, AttemptId Attempt, AgentId Agent, string Reason) : Fact(At), IOfAttempt;

/// <summary>A colleague's telephone rings for a consultation.</summary>
/// <param name="Agent">Who asks.</param>
public sealed record ConsultAsked(Instant At, AttemptId Attempt, AgentId Agent, AgentId Colleague, int Offer) : Fact(At), IOfAttempt;

/// <summary>The two agents hear each other.</summary>
public sealed record ConsultJoined(Instant At, AttemptId Attempt, AgentId Colleague, int Offer) : Fact(At), IOfAttempt;

/// <summary>The colleague is out of it again.</summary>
/// <param name="Reason">A code of the lexicon.</param>
public sealed record ConsultEnded(Instant At, AttemptId Attempt, AgentId Colleague, int Offer, string Reason) : Fact(At), IOfAttempt;

/// <summary>The colleague who was consulted has the customer now, and owes the disposition.</summary>
/// <param name="Offer">The number under which their telephone was rung.</param>
/// <param name="Talk">Of the agent who left, from being joined to this moment.</param>
public sealed record Transferred(Instant At, AttemptId Attempt, AgentId From, AgentId To, int Offer, Duration Talk) : Fact(At), IOfAttempt;

/// <summary>A supervisor is in the conversation, in this mode from now on.</summary>
/// <param name="Number">Which of this attempt's, from 1; a change of mode keeps it.</param>
/// <param name="Told">Whether the agent's desk shows it, by the campaign's policy.</param>
public sealed record MonitorStarted(Instant At, AttemptId Attempt, AgentId Agent, AgentId Supervisor, int Number, MonitorMode Mode, bool Told) : Fact(At), IOfAttempt;

/// <summary>The supervisor is out of the conversation.</summary>
public sealed record MonitorEnded(Instant At, AttemptId Attempt, AgentId Supervisor, int Number, string Reason) : Fact(At), IOfAttempt;
