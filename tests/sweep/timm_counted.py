"""How many layers of each kind timm's networks have, counted in the papers' tables and in the code.

Sums are over the stages of a network. A network that is not here has not been counted by hand: it is held against the
reference alone.
"""

Count = dict[str, int]

_NONE = """mobileone_s1 repvgg_a0 gernet_s resnet50_clip_gap resnet51q convmixer_768_32 test_convnext convnextv2_atto
    cs3darknet_focus_s densenet121 dla46x_c dpn48b mobilenetv2_035 mobilenet_edgetpu_100 fasternet_t0 hgnetv2_b0
    hrnet_w18_small inception_next_atto inception_resnet_v2 inception_v3 inception_v4 lowformer_e1 test_mambaout
    mambaout_femto poolformerv2_s12 poolformer_s12 convformer_s18 mixer_s32_224 gmlp_ti16_224 gmixer_12_224
    resmlp_12_224 mobilenetv4_conv_small_035 nasnetalarge nf_resnet26 pnasnet5large regnetx_002 res2net50_14w_8s
    res2next50 test_resnet resnet18 resnetv2_18 resnetv2_50d_frn resnetv2_50d_evos selecsls42 sequencer2d_s
    starnet_s050 vgg11_bn vovnet39a legacy_xception xception41p xception41"""

_CHANNEL: Count = {
    "eca_nfnet_l0": 1 + 2 + 6 + 3,
    "eca_resnext26ts": 2 + 2 + 2 + 2,
    "ecaresnet26t": 2 + 2 + 2 + 2,
    "ecaresnext26t_32x4d": 2 + 2 + 2 + 2,
    "efficientnet_b0": 1 + 2 + 2 + 3 + 3 + 4 + 1,
    "ese_vovnet19b_slim": 1 + 1 + 1 + 1,
    "ese_vovnet19b_slim_dw": 1 + 1 + 1 + 1,
    "ghostnet_050": 2 + 2 + 3,
    "lcnet_035": 2,
    "legacy_senet154": 3 + 8 + 36 + 3,
    "legacy_seresnet18": 2 + 2 + 2 + 2,
    "legacy_seresnext26_32x4d": 2 + 2 + 2 + 2,
    "mobilenetv3_large_100": 3 + 2 + 3,
    "mobilenetv3_small_050": 1 + 8,
    "nf_ecaresnet26": 2 + 2 + 2 + 2,
    "nf_seresnet26": 2 + 2 + 2 + 2,
    "regnety_002": 1 + 1 + 4 + 7,
    "resnest14d": 1 + 1 + 1 + 1,
    "resnest50d_4s2x40d": 3 + 4 + 6 + 3,
    "resnetrs50": 3 + 4 + 6 + 3,
    "seresnet18": 2 + 2 + 2 + 2,
    "seresnext26d_32x4d": 2 + 2 + 2 + 2,
    "seresnext26ts": 2 + 2 + 2 + 2,
    "skresnet18": 2 + 2 + 2 + 2,
    "skresnet50": 3 + 4 + 6 + 3,
    "skresnext50_32x4d": 3 + 4 + 6 + 3,
    "test_nfnet": 1 + 1 + 1 + 1,
    "tf_efficientnetv2_b0": 3 + 5 + 8,
}
_HEADS: Count = {
    "beit_base_patch16_224": 3,
    "beitv2_base_patch16_224": 3,
    "beit3_base_patch16_224": 12,
    "botnet26t_256": 1 + 2,
    "caformer_s18": 9 + 3,
    "cait_xxs24_224": 24 + 2,
    "coat_lite_tiny": 2 + 2 + 2 + 2,
    "coat_tiny": 2 + 2 + 2 + 2 + 6 * 3,  # serial blocks, then parallel ones on three scales
    "convit_tiny": 12,
    "crossvit_9_dagger_240": 3 * (1 + 3 + 2),  # small branch, large branch, two fusions
    "crossvit_tiny_240": 3 * (1 + 4 + 2),
    "deepseek_vit_412m": 3,
    "deepseek_vit_412m_align": 3,
    "deit3_small_patch16_224": 12,
    "deit_tiny_distilled_patch16_224": 12,
    "deit_tiny_patch16_224": 12,
    "efficientformer_l1": 1,
    "efficientformerv2_s0": 2 + 1 + 2,  # the second is a downsampling one
    "eva02_base_patch16_clip_224": 12,
    "eva02_tiny_patch14_224": 12,
    "flexivit_small": 12,
    "gcresnext26ts": 2 + 2 + 2 + 2,  # what is pooled by attention is added, not multiplied
    "gcresnet50t": 3 + 4 + 6 + 3,
    "gemma4_vit_167m": 3,
    "halonet_h1": 3 + 3 + 10 + 3,
    "hiera_small_abswin_256": 1 + 2 + 11 + 2,
    "hiera_tiny_224": 1 + 2 + 7 + 2,
    "hieradet_small": 1 + 2 + 11 + 2,
    "lambda_resnet26t": 1 + 2,
    "levit_128s": 2 + 1 + 3 + 1 + 4,  # with two downsampling ones
    "levit_conv_128s": 2 + 1 + 3 + 1 + 4,
    "mobilevit_xxs": 2 + 4 + 3,
    "mobilevitv2_050": 2 + 4 + 3,
    "mvitv2_base_cls": 2 + 3 + 16 + 3,
    "mvitv2_tiny": 1 + 2 + 5 + 2,
    "naflexvit_base_patch16_gap": 3,
    "naflexvit_base_patch16_map": 3 + 1,
    "naflexvit_base_patch16_par_gap": 3,
    "naflexvit_base_patch16_parfac_gap": 3,
    "naflexvit_base_patch16_radio_v3": 3,
    "naflexvit_base_patch16_siglip": 3 + 1,
    "nest_tiny": 2 + 2 + 8,
    "pit_ti_224": 2 + 6 + 4,
    "pit_ti_distilled_224": 2 + 6 + 4,
    "pvt_v2_b0": 2 + 2 + 2 + 2,
    "pvt_v2_b2_li": 3 + 4 + 6 + 3,
    "qwen3_vit_88m": 3,
    "qwen3_vit_88m_merge": 3,
    "resnet50_clip": 1,
    "sam2_hiera_tiny": 1 + 2 + 7 + 2,
    "samvit_base_patch16_224": 12,
    "swin_s3_tiny_224": 2 + 2 + 6 + 2,
    "swin_tiny_patch4_window7_224": 2 + 2 + 6 + 2,
    "swinv2_cr_tiny_224": 2 + 2 + 6 + 2,
    "swinv2_cr_tiny_ns_224": 2 + 2 + 6 + 2,
    "swinv2_tiny_window16_256": 2 + 2 + 6 + 2,
    "swinv2_tiny_window8_256": 2 + 2 + 6 + 2,
    "test_vit": 6,
    "test_vit2": 8,
    "test_vit3": 9 + 1,
    "test_vit4": 9,
    "tiny_vit_5m_224": 2 + 6 + 2,
    "tnt_s_legacy_patch16_224": 12 * 2,
    "tnt_s_patch16_224": 12 * 2,
    "twins_pcpvt_small": 3 + 4 + 6 + 3,
    "twins_svt_small": 2 + 2 + 10 + 4,
    "visformer_tiny": 4 + 4,
    "vit_base_patch14_reg1_tipsv2": 12,
    "vit_base_patch16_radio_v3": 12,
    "vit_base_patch16_rpn_224": 12,
    "vit_base_patch16_sapiens2": 12,
    "vit_base_patch16_siglip_224": 12 + 1,
    "vit_base_patch16_xp_224": 12,
    "vit_dpwee_patch16_reg1_gap_256": 16 * 2,  # two matrices, one of them subtracted after the values
    "vit_dwee_patch16_reg1_gap_256": 14 * 2,
    "vit_dwee_patch16_reg1_gap_256 (explicit)": 14,  # subtracted before the values
    "vit_medium_patch16_rope_reg1_gap_256": 12,
    "vit_pe_core_tiny_patch16_384": 12 + 1,
    "vit_pe_spatial_tiny_patch16_512": 12,
    "vit_pwee_patch16_reg1_gap_256": 16,
    "vit_relpos_base_patch16_clsgap_224": 12,
    "vit_relpos_small_patch16_224": 12,
    "vit_small_patch14_reg4_dinov2": 12,
    "vit_small_patch16_18x2_224": 18 * 2,
    "vit_small_patch16_lingbot": 12,
    "vit_small_patch16_rope_224": 12,
    "vit_small_patch16_rope_mixed_ape_224": 12,
    "vit_small_r26_s32_224": 12,
    "vit_srelpos_small_patch16_224": 12,
    "vit_tiny_patch16_224": 12,
    "vit_tiny_patch16_dinov3_qkvb": 12,
    "vit_tiny_r_s16_p8_224": 12,
    "vit_xsmall_patch16_clip_224": 10,
    "volo_d1_224": 4 + 4 + 8 + 2 + 2,  # outlook attention, attention, class attention
    "AttentionPool2d": 1,
    "AttentionPoolLatent, four tokens": 1,
    "AttentionPoolLatent, one token": 1,
    "Attention2d": 1,
    "DiffAttention": 2,
    "MultiQueryAttention2d": 1,
    "MultiQueryAttentionV2": 1,
    "RotAttentionPool2d": 1,
}
_MIXED: dict[str, Count] = {
    "bat": {"other": 4 * 2},  # rows are mixed by one matrix, columns by another
    "bat_resnext26ts": {"other": 8 * 2},
    "cbam": {"channel": 4, "spatial": 4},
    "coord": {"other": 4 * 2},  # one gate along rows, one along columns
    "davit_tiny": {"heads": 1 + 1 + 3 + 1, "other": 1 + 1 + 3 + 1},  # the others between channels
    "eca_botnext26ts_256": {"channel": 8 - 3, "heads": 1 + 2},
    "eca_halonext26ts": {"channel": 8 - 3, "heads": 1 + 2},
    "edgenext_xx_small": {"other": 1 + 1 + 1},  # between channels
    "efficientvit_b0": {"other": 2 + 2},  # linear attention
    "efficientvit_l1": {"other": 6},
    "efficientvit_m0": {"channel": 2, "heads": (1 + 2 + 3) * 4},
    "ela": {"other": 4 * 2},
    "fastvit_sa12": {"channel": 1, "heads": 2},
    "focalnet_tiny_lrf": {"spatial": 12 * (3 + 1)},  # a gate for every level, and one for the whole
    "focalnet_tiny_srf": {"spatial": 12 * (2 + 1)},
    "gc": {"channel": 4, "heads": 4},
    "gca": {"heads": 4},
    "ge, extent 0": {"channel": 4},
    "ge, extent 2": {"other": 4},
    "ghostnetv2_100": {"channel": 2 + 2 + 3, "other": 16 - 2},  # the first two blocks are plain ones
    "halo": {"heads": 4},
    "lambda": {"heads": 4},
    "lcbam": {"channel": 4, "spatial": 4},
    "maxvit_pico_rw_256": {"channel": 2 + 2 + 5 + 2, "heads": 2 * (2 + 2 + 5 + 2)},
    "maxvit_rmlp_pico_rw_256": {"channel": 2 + 2 + 5 + 2, "heads": 2 * (2 + 2 + 5 + 2)},
    "maxvit_tiny_tf_224": {"channel": 2 + 2 + 5 + 2, "heads": 2 * (2 + 2 + 5 + 2)},
    "nl": {"heads": 4},
    "scoord": {"other": 4},
    "strip": {"other": 4},
    "swiftformer_xs": {"heads": 1 + 1 + 1 + 1},  # additive: one query for all
    "test_coatnet": {"channel": 1 + 1, "heads": 2 + 1},
    "test_maxvit": {"channel": 1 + 1 + 1 + 1, "heads": 2 * (1 + 1 + 1 + 1)},
    "xcit_nano_12_p8_224": {"heads": 2, "other": 12},  # class attention; attention between channels
    "xcit_tiny_12_p16_224": {"heads": 2, "other": 12},
}


def timm_count(name: str) -> Count | None:
    """By kind; None where nobody has counted."""
    plain = name.removesuffix(" (explicit)")
    for known in (name, plain):
        if known in _MIXED:
            return _MIXED[known]
        if known in _HEADS:
            return {"heads": _HEADS[known]}
        if known in _CHANNEL:
            return {"channel": _CHANNEL[known]}
    if name in ("se", "ese", "eca", "ecam", "ceca", "sk", "splat"):
        return {"channel": 4}  # one in each of four blocks
    return {} if plain in _NONE.split() else None
