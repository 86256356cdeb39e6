using Plateau.Core.Appointments;
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
            Hold(new AppointmentSettled(now, signal.Appointment, signal.Campaign, signal.Prospect, signal.Customer, signal.From, signal.To,
                (room.Settings.Appointments ?? new AppointmentRules()).VerdictOf(signal.To, now)));
    }

    private void Book(AppointmentBooked booked)
    {
        if (attempts.TryGetValue(booked.Attempt, out var attempt)) attempt.Appointment = booked.Appointment;
    }

    /// <summary>One called off while its call is still open makes no success of it any more.</summary>
    private void Settle(AppointmentSettled settled)
    {
        if (settled.To == AppointmentState.Cancelled && attempts.Values.FirstOrDefault(each => each.Appointment == settled.Appointment) is { } attempt) attempt.Appointment = null;
    }
}
