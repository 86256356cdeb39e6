using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Appointments as the floor needs to know them: that a call made one, and what came of it for the prospect.</summary>
public sealed partial class Floor
{
    private void Hear(AppointmentWasBooked signal)
    {
        if (!rooms.ContainsKey(signal.Campaign)) Refuse($"appointment {signal.Appointment}", "campaign-unknown", "enter the campaign first");
        else if (attempts.GetValueOrDefault(signal.Attempt)?.Appointment != signal.Appointment)
            Hold(new AppointmentBooked(now, signal.Attempt, signal.Campaign, signal.Prospect, signal.Customer, signal.Agent, signal.Appointment));
    }

    /// <summary>Somebody who was not there, or called it off, is called again by the campaign's rule: through the rule book, as everybody.</summary>
    private void Hear(AppointmentWasSettled signal)
    {
        if (!rooms.TryGetValue(signal.Campaign, out var room)) Refuse($"appointment {signal.Appointment}", "campaign-unknown", "enter the campaign first");
        else if (signal.From != signal.To)
        {
            Hold(new AppointmentSettled(now, signal.Appointment, signal.Campaign, signal.Prospect, signal.Customer, signal.From, signal.To,
                (room.Settings.Appointments ?? new AppointmentRules()).VerdictOf(signal.To, now)) { Made = signal.Made });
            if (signal.To == AppointmentState.Booked) LeaveInPeace(signal.Prospect, signal.Customer);
        }
    }

    /// <summary>Whoever has an appointment need not be called for one: no telephone of theirs goes on ringing, and no agent looks at them. A conversation goes on, and so does what was promised.</summary>
    private void LeaveInPeace(ProspectId prospect, CustomerId customer)
    {
        if (beingCalled.TryGetValue(customer, out var id) && attempts.TryGetValue(id, out var attempt) && attempt.Prospect == prospect && attempt.IsUnanswered)
            End(attempt, Outcome.Cancelled, "booked", Verdict.Close("success"));
        else if (shown.Contains(prospect) && !callbacks.ContainsKey(prospect) && desks.Values.FirstOrDefault(desk => desk.Preview == prospect && desk.Attempt is null) is { } desk)
            Skip(desk, "booked", AgentState.Ready, null, Verdict.Close("success"));
    }

    private void Book(AppointmentBooked booked)
    {
        if (attempts.TryGetValue(booked.Attempt, out var attempt)) attempt.Appointment = booked.Appointment;
    }

    /// <summary>One called off while its call is still open makes no success of it any more; one that stands keeps its person out of every line.</summary>
    private void Settle(AppointmentSettled settled)
    {
        if (settled.To == AppointmentState.Cancelled && attempts.Values.FirstOrDefault(each => each.Appointment == settled.Appointment) is { } made) made.Appointment = null;
        var stands = settled.To == AppointmentState.Booked;
        foreach (var attempt in attempts.Values)
            if (attempt.Prospect == settled.Prospect) attempt.HasAppointment = stands;
        recent.Agree(settled.Prospect, stands ? settled.At : null);
        if (!stands) return;
        foreach (var room in rooms.Values) room.Hopper.Remove(settled.Customer, settled.Prospect);
    }
}
