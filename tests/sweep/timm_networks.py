"""Which networks of timm are swept: some of every family, one for each kind of attention that the family has.

A word is the name of a network, with @ the size of its input where the small one does not do.
"""

SMALL = 96

NETWORKS: dict[str, str] = {
    "beit": "beit_base_patch16_224 beitv2_base_patch16_224",
    "byoanet": """halonet_h1@256 eca_botnext26ts_256 eca_halonext26ts@256 lambda_resnet26t lambda_resnet26rpt_256@256
        haloregnetz_b@224 botnet26t_256 sehalonet33ts@256 sebotnet33ts_256 lamhalobotnet50ts_256@128""",
    "byobnet": """test_byobnet mobileone_s1 repvgg_a0 gernet_s regnetz_b16 regnetz_b16_evos eca_resnext26ts
        seresnext26ts gcresnext26ts gcresnet50t bat_resnext26ts@256 resnet50_clip resnet50_clip_gap resnet51q""",
    "cait": "cait_xxs24_224",
    "coat": "coat_tiny coat_lite_tiny",
    "convit": "convit_tiny",
    "convmixer": "convmixer_768_32",
    "convnext": "test_convnext convnextv2_atto",
    "cpubone": "cpubone_nano",
    "crossvit": "crossvit_tiny_240@240 crossvit_9_dagger_240@240",
    "csatv2": "csatv2@256",
    "cspnet": "cs3darknet_focus_s sedarknet21 cs3sedarknet_l cs3se_edgenet_x",
    "cspnext": "cspnext_tiny",
    "davit": "davit_tiny davit_base_fl",
    "deepseek_vit": "deepseek_vit_412m@112 deepseek_vit_412m_align@112",
    "deit": "deit_tiny_patch16_224 deit_tiny_distilled_patch16_224 deit3_small_patch16_224",
    "densenet": "densenet121",
    "dla": "dla46x_c",
    "dpn": "dpn48b",
    "edgenext": "edgenext_xx_small edgenext_base",
    "efficientformer": "efficientformer_l1@224",
    "efficientformer_v2": "efficientformerv2_s0@224",
    "efficientnet": """test_efficientnet mobilenetv2_035 semnasnet_050 mnasnet_small tinynet_e mixnet_s efficientnet_b0
        tf_efficientnetv2_b0 gc_efficientnetv2_rw_t efficientnet_b0_g16_evos mobilenet_edgetpu_100""",
    "efficientvim": "efficientvim_m1@224",
    "efficientvit_mit": "efficientvit_b0 efficientvit_l1",
    "efficientvit_msra": "efficientvit_m0@224",
    "eva": """vit_tiny_patch16_dinov3_qkvb eva02_tiny_patch14_224@112 vit_pe_spatial_tiny_patch16_512
        vit_pe_core_tiny_patch16_384 vit_small_patch16_rope_224 vit_small_patch16_rope_mixed_ape_224
        vit_medium_patch16_rope_reg1_gap_256 eva02_base_patch16_clip_224 vit_small_patch16_lingbot
        vit_base_patch16_sapiens2""",
    "fasternet": "fasternet_t0",
    "fastvit": "fastvit_t8 fastvit_sa12 fastvit_mci0",
    "focalnet": "focalnet_tiny_srf focalnet_tiny_lrf",
    "gcvit": "gcvit_xxtiny@224",
    "gemma4_vit": "gemma4_vit_167m",
    "ghostnet": "ghostnet_050 ghostnetv2_100@128 ghostnetv3_050@128",
    "hardcorenas": "hardcorenas_b",
    "hgnet": "hgnetv2_b0 hgnet_tiny",
    "hiera": "hiera_tiny_224@224 hiera_small_abswin_256@224",
    "hieradet_sam2": "sam2_hiera_tiny@256 hieradet_small@224",
    "hrnet": "hrnet_w18_small",
    "iformer": "iformer_t@224 iformer_m@224",
    "inception_next": "inception_next_atto",
    "inception_resnet_v2": "inception_resnet_v2",
    "inception_v3": "inception_v3",
    "inception_v4": "inception_v4",
    "lcnetv2": "lcnetv2_small",
    "levit": "levit_128s@224 levit_conv_128s@224",
    "lowformer": "lowformer_b0 lowformer_e1",
    "mambaout": "test_mambaout mambaout_femto",
    "maxxvit": """test_coatnet test_maxvit@160 maxvit_pico_rw_256@256 maxvit_rmlp_pico_rw_256@256 coatnet_nano_cc_224
        coatnext_nano_rw_224 coatnet_rmlp_nano_rw_224@224 maxxvit_rmlp_nano_rw_256@256 maxxvitv2_nano_rw_256@256
        maxvit_tiny_pm_256@256 maxvit_tiny_tf_224@224""",
    "metaformer": "poolformerv2_s12 poolformer_s12 caformer_s18 convformer_s18",
    "mlp_mixer": "mixer_s32_224 gmlp_ti16_224 gmixer_12_224 resmlp_12_224",
    "mobilenetv3": """mobilenetv3_small_050 mobilenetv3_large_100 lcnet_035 fbnetv3_b mobilenetv4_conv_small_035
        mobilenetv4_hybrid_medium_075@224""",
    "mobilenetv5": "mobilenetv5_base",
    "mobilevit": "mobilevit_xxs@128 mobilevitv2_050@128",
    "mvitv2": "mvitv2_tiny mvitv2_base_cls",
    "naflexvit": """naflexvit_base_patch16_gap naflexvit_base_patch16_par_gap naflexvit_base_patch16_parfac_gap
        naflexvit_base_patch16_siglip naflexvit_base_patch16_map naflexvit_base_patch16_radio_v3""",
    "nasnet": "nasnetalarge",
    "nest": "nest_tiny@224",
    "nextvit": "nextvit_small@224",
    "nfnet": "test_nfnet nf_regnet_b0 nf_ecaresnet26 nf_resnet26 nf_seresnet26 eca_nfnet_l0",
    "pit": "pit_ti_224 pit_ti_distilled_224",
    "pnasnet": "pnasnet5large",
    "pvt_v2": "pvt_v2_b0 pvt_v2_b2_li",
    "qwen3_vit": "qwen3_vit_88m qwen3_vit_88m_merge",
    "rdnet": "rdnet_tiny",
    "regnet": "regnetx_002 regnety_002 regnetv_064 regnetz_005",
    "repghost": "repghostnet_050",
    "repvit": "repvit_m0_9",
    "res2net": "res2net50_14w_8s res2next50",
    "resnest": "resnest14d resnest50d_4s2x40d",
    "resnet": "test_resnet resnet18 seresnet18 ecaresnet26t ecaresnext26t_32x4d seresnext26d_32x4d resnetrs50",
    "resnetv2": "resnetv2_18 resnetv2_50d_frn resnetv2_50d_evos",
    "rexnet": "rexnet_100 rexnetr_200",
    "selecsls": "selecsls42",
    "senet": "legacy_seresnet18 legacy_seresnext26_32x4d legacy_senet154",
    "sequencer": "sequencer2d_s",
    "shvit": "shvit_s1@224",
    "sknet": "skresnet18 skresnet50 skresnext50_32x4d",
    "starnet": "starnet_s050",
    "swiftformer": "swiftformer_xs@224",
    "swin_transformer": "swin_tiny_patch4_window7_224@224 swin_s3_tiny_224@224",
    "swin_transformer_v2": "swinv2_tiny_window8_256@256 swinv2_tiny_window16_256@256",
    "swin_transformer_v2_cr": "swinv2_cr_tiny_224@224 swinv2_cr_tiny_ns_224@224",
    "tiny_vit": "tiny_vit_5m_224@224",
    "tnt": "tnt_s_legacy_patch16_224 tnt_s_patch16_224",
    "tresnet": "tresnet_m",
    "twins": "twins_svt_small@224 twins_pcpvt_small",
    "vgg": "vgg11_bn",
    "visformer": "visformer_tiny",
    "vision_transformer": """test_vit test_vit2 test_vit3 test_vit4 vit_tiny_patch16_224
        vit_dwee_patch16_reg1_gap_256 vit_dpwee_patch16_reg1_gap_256 vit_pwee_patch16_reg1_gap_256
        vit_xsmall_patch16_clip_224 vit_small_patch14_reg4_dinov2@112 vit_small_patch16_18x2_224
        vit_base_patch16_siglip_224 vit_base_patch16_rpn_224 vit_base_patch16_xp_224 vit_base_patch16_radio_v3
        flexivit_small beit3_base_patch16_224 vit_base_patch14_reg1_tipsv2@112""",
    "vision_transformer_hybrid": "vit_tiny_r_s16_p8_224 vit_small_r26_s32_224",
    "vision_transformer_relpos": """test_vit_relpos vit_relpos_small_patch16_224 vit_srelpos_small_patch16_224
        vit_relpos_base_patch16_clsgap_224""",
    "vision_transformer_sam": "samvit_base_patch16_224",
    "vitamin": "vitamin_small_224@128",
    "volo": "volo_d1_224@128",
    "vovnet": "ese_vovnet19b_slim_dw ese_vovnet19b_slim eca_vovnet39b vovnet39a",
    "xception": "legacy_xception",
    "xception_aligned": "xception41p xception41",
    "xcit": "xcit_nano_12_p8_224 xcit_tiny_12_p16_224",
}
"""Family -> its networks, the families as `timm.list_modules()` has them."""

EXPLICIT = """test_vit deit_tiny_patch16_224 eva02_tiny_patch14_224@112 vit_dwee_patch16_reg1_gap_256
    swin_tiny_patch4_window7_224@224 test_maxvit@160 test_coatnet beit_base_patch16_224 coat_tiny cait_xxs24_224
    pvt_v2_b0 caformer_s18 vit_small_patch16_rope_mixed_ape_224 naflexvit_base_patch16_siglip qwen3_vit_88m
    mobilevit_xxs@128 mobilenetv4_hybrid_medium_075@224 twins_svt_small@224 visformer_tiny test_vit3 gemma4_vit_167m
    vit_tiny_patch16_dinov3_qkvb pit_ti_224 davit_tiny nest_tiny@224 hiera_tiny_224@224 resnet50_clip
    vit_relpos_small_patch16_224"""
"""Networks that are swept once more with attention written out instead of fused."""

ATTN_LAYERS = "se ese eca ecam ceca gc gca cbam lcbam coord scoord ela strip sk splat lambda halo@256 nl bat@224"
"""What `timm.layers.create_attn` makes, but for two: bottleneck must know its map's size (see botnet26t_256), and ge as
it is made by default cannot be built with this timm (it is among the layers, without its second convolution)."""

SMALLER: dict[str, dict[str, int]] = {
    "deepseek_vit": {"depth": 3},
    "gemma4_vit": {"depth": 3},
    "qwen3_vit": {"depth": 3},
    "naflexvit": {"depth": 3},
    "beit": {"depth": 3},
}
"""Families whose smallest network is large: with fewer of their equal blocks."""
