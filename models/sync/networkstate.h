// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

namespace callboard::sync {

/// What the machine says of its network and its power.
struct NetworkFacts {
    enum class Reach { Unknown, Online, Portal, Offline };
    Reach reach = Reach::Unknown; ///< Portal: a page wants an answer first, as in a hotel.
    bool metered = false;         ///< What goes over it costs, or is counted.
    bool powerSaver = false;      ///< The person, or a low battery, asks for less work.
    bool suspending = false;      ///< From shortly before the machine sleeps until it is awake again.

    bool operator==(const NetworkFacts &) const = default;
};

/// Where the facts come from.
class NetworkSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Begins to watch; returns at once, what it learns comes by `told`. Called once.
    virtual void begin() = 0;
    /// What used the network has ended: the machine need not wait for us any longer.
    virtual void readyToSleep() { }

Q_SIGNALS:
    /// All of the facts, whenever one of them changed, and once when they are known for the first time.
    void told(const callboard::sync::NetworkFacts &facts);
};

/// How feeds that use the network pull while nobody asks.
enum class Background { AsUsual, Rarely, ByHand };

/// Whether the network may be used, and how freely: what the machine says, what the person chose.
class NetworkState final : public QObject {
    Q_OBJECT
public:
    enum class Condition {
        Online,      ///< Or nobody knows better: it is tried.
        Portal,      ///< The network wants an answer on a page of its own first.
        Offline,     ///< There is none.
        WorkOffline, ///< The person wants none to be used.
        Suspended,   ///< The machine sleeps, or is about to.
    };
    struct Policy {
        Background metered = Background::Rarely;
        Background powerSaver = Background::Rarely;
        bool operator==(const Policy &) const = default;
    };

    /// Without a source nothing is known, and everything is tried.
    explicit NetworkState(std::unique_ptr<NetworkSource> source = nullptr, QObject *parent = nullptr);
    ~NetworkState() override;

    /// Starts to watch, the first time it is called.
    void begin();
    bool isWatching() const { return m_begun; }

    Condition condition() const;
    bool mayUse() const { return condition() == Condition::Online; }
    /// Since when it may not be used; invalid while it may.
    QDateTime since() const { return m_since; }
    bool isMetered() const { return m_facts.metered; }
    bool isPowerSaver() const { return m_facts.powerSaver; }
    /// The strictest of what the policy says for what is the case now.
    Background background() const;

    const Policy &policy() const { return m_policy; }
    void setPolicy(const Policy &policy);
    bool isWorkingOffline() const { return m_workOffline; }
    void setWorkOffline(bool offline);
    /// The person knows better than the machine: its "offline" is not believed until it says something else.
    void tryAllTheSame();
    void readyToSleep();

Q_SIGNALS:
    void changed();

private:
    void take(const NetworkFacts &facts);
    void settle(const std::function<void()> &change);

    std::unique_ptr<NetworkSource> m_source;
    NetworkFacts m_facts;
    Policy m_policy;
    QDateTime m_since;
    bool m_begun = false;
    bool m_workOffline = false;
    bool m_disbelieved = false;
};

} // namespace callboard::sync
