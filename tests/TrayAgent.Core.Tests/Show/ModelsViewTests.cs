using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

public sealed class ModelsViewTests
{
    private static readonly LiveProfiles List = new("ap-northeast-1", Given.At("08:55"),
    [
        System("jp.anthropic.claude-opus-4-8"), System("global.anthropic.claude-opus-5"), System("global.anthropic.claude-sonnet-4-6"),
        System("jp.anthropic.claude-sonnet-4-20250514-v1:0"),
    ]);

    [Fact]
    public void For_people() => Assert.Equal(
        """
        Claude models that can be called on Bedrock from 'ap-northeast-1', as AWS said
        at 08:55.

        RECOMMENDED
          Opus    jp.anthropic.claude-opus-4-8
          Sonnet  none with 'jp.'; if data may go elsewhere: global.anthropic.claude-sonnet-4-6

        PINNED NOW
          ANTHROPIC_MODEL  jp.anthropic.claude-opus-4-8[1m]

        INFERENCE PROFILES
          global.anthropic.claude-opus-5              Claude Opus 5
          jp.anthropic.claude-opus-4-8                Claude Opus 4.8
          global.anthropic.claude-sonnet-4-6          Claude Sonnet 4.6
          jp.anthropic.claude-sonnet-4-20250514-v1:0  Claude Sonnet 4 (deprecated)

        YOUR ORGANISATION'S
          arn:aws:bedrock:ap-northeast-1:111122223333:application-inference-profile/a1  team�: anthropic.claude-opus-4-8

        """,
        ModelsText.Of(Live(), TextStyle.Plain));

    [Fact]
    public void For_programs() => Assert.Equal(
        """
        {
          "schema": 1,
          "generatedAt": "2026-11-23T09:00:00Z",
          "region": "ap-northeast-1",
          "source": "live",
          "listedAt": "2026-11-23T08:55:00Z",
          "collected": null,
          "reason": null,
          "profiles": [
            {
              "id": "global.anthropic.claude-opus-5",
              "name": "Claude Opus 5",
              "model": "anthropic.claude-opus-5",
              "prefix": "global.",
              "status": "current"
            },
            {
              "id": "global.anthropic.claude-sonnet-4-6",
              "name": "Claude Sonnet 4.6",
              "model": "anthropic.claude-sonnet-4-6",
              "prefix": "global.",
              "status": "current"
            },
            {
              "id": "jp.anthropic.claude-opus-4-8",
              "name": "Claude Opus 4.8",
              "model": "anthropic.claude-opus-4-8",
              "prefix": "jp.",
              "status": "current"
            },
            {
              "id": "jp.anthropic.claude-sonnet-4-20250514-v1:0",
              "name": "Claude Sonnet 4",
              "model": "anthropic.claude-sonnet-4-20250514-v1:0",
              "prefix": "jp.",
              "status": "deprecated"
            }
          ],
          "applicationProfiles": [
            {
              "arn": "arn:aws:bedrock:ap-northeast-1:111122223333:application-inference-profile/a1",
              "name": "team\u001B",
              "models": [
                "anthropic.claude-opus-4-8"
              ]
            }
          ],
          "recommended": [
            {
              "family": "opus",
              "id": "jp.anthropic.claude-opus-4-8",
              "choices": []
            },
            {
              "family": "sonnet",
              "id": null,
              "choices": [
                "global.anthropic.claude-sonnet-4-6"
              ]
            }
          ],
          "pinned": [
            {
              "key": "env.ANTHROPIC_MODEL",
              "value": "jp.anthropic.claude-opus-4-8[1m]",
              "source": "/home/ann/.claude/settings.json"
            }
          ]
        }
        """,
        ModelsJson.Of(Live()));

    [Fact]
    public void The_built_in_list_says_that_it_is_that_and_why()
    {
        var view = new ModelsView(Given.At("09:00"), TimeZoneInfo.Utc, ModelOffers.In("us-gov-west-1", null), [], "The role may not list them.");
        Assert.Equal(
            """
            Claude models that can be called on Bedrock from 'us-gov-west-1', as far as
            this program knows from 2026-11-23.
            The role may not list them.

            RECOMMENDED
              Opus    us-gov.anthropic.claude-opus-4-8
              Sonnet  us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0

            INFERENCE PROFILES
              us-gov.anthropic.claude-opus-5-5                  Claude Opus 5.5 (doubtful)
              us-gov.anthropic.claude-opus-5                    Claude Opus 5 (doubtful)
              us-gov.anthropic.claude-opus-4-8                  Claude Opus 4.8
              us-gov.anthropic.claude-sonnet-5-5                Claude Sonnet 5.5 (doubtful)
              us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0  Claude Sonnet 4.5
              us-gov.anthropic.claude-fable-5-1                 Claude Fable 5.1 (doubtful)

            """,
            ModelsText.Of(view, TextStyle.Plain));
        Assert.Contains("\"source\": \"built-in\",\n  \"listedAt\": null,\n  \"collected\": \"2026-11-23\",\n  \"reason\": \"The role", ModelsJson.Of(view), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_none_that_is_said() => Assert.Equal(
        """
        No Claude model can be called on Bedrock from 'cn-north-1', as far as this
        program knows from 2026-11-23.

        """,
        ModelsText.Of(new ModelsView(Given.At("09:00"), TimeZoneInfo.Utc, ModelOffers.In("cn-north-1", null), [], null), TextStyle.Plain));

    private static ModelsView Live()
    {
        var claude = Given.Machine("09:00").With(Given.Settings("""{"env": {"ANTHROPIC_MODEL": "jp.anthropic.claude-opus-4-8[1m]"}}""")).Claude;
        return new ModelsView(
            Given.At("09:00"), TimeZoneInfo.Utc, ModelOffers.In(List.Region, List), ModelPins.Of(claude), null)
        {
            Own =
            [
                new InferenceProfile(
                    "a1", "team\e", "arn:aws:bedrock:ap-northeast-1:111122223333:application-inference-profile/a1",
                    InferenceProfileKind.Application, ["anthropic.claude-opus-4-8"]),
            ],
            Residency = ModelPicking.Residency(claude),
        };
    }

    private static InferenceProfile System(string id) => new(id, id, $"arn:{id}", InferenceProfileKind.SystemDefined, []);
}
