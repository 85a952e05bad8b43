#pragma once
// A word in the form of each chat's incoming webhook. All have one shape: what is said in, a body
// out that the chat takes, within the chat's own limits.
#include "kernel/json.hpp"
#include "notify/webhooks/chat/words.hpp"

namespace tellfirst::notify::chat {

// Slack: mrkdwn, in which & < > are entities; so <!channel> and <@U1> are text.
// Source: api.slack.com/messaging/webhooks, api.slack.com/reference/surfaces/formatting.
[[nodiscard]] JsonObject slack_body(Words const& words);

// Teams: an Adaptive Card, as a webhook of the app Workflows takes it.
// Source: learn.microsoft.com, "Create incoming webhooks with Workflows"; adaptivecards.io 1.4.
[[nodiscard]] JsonObject teams_body(Words const& words);

// Discord: a line and an embed; allowed_mentions lets nobody be called.
// Source: docs.discord.com, "Execute Webhook".
[[nodiscard]] JsonObject discord_body(Words const& words);

// Mattermost: a post in Markdown. Source: developers.mattermost.com, "Incoming webhooks".
[[nodiscard]] JsonObject mattermost_body(Words const& words);

// Matrix: by the generic webhook of the bridge matrix-hookshot, so that we need no user of a Matrix
// server and hold no access token. Source: matrix-org.github.io/matrix-hookshot, "Generic
// Webhooks".
[[nodiscard]] JsonObject matrix_body(Words const& words);

}  // namespace tellfirst::notify::chat
